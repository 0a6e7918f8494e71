using LabTest.Instruments.Stations.Spec;

namespace LabTest.Instruments.Simulation;

/// <summary>Makes the DUT model of a station and checks that what the station says of it is what the model has.</summary>
internal static class DutCompiler
{
    /// <summary>Makes the model.</summary>
    /// <exception cref="ProfileException">There is no such model, parameter or port, or a value is of another dimension.</exception>
    public static IDutModel Make(StationSpec station)
    {
        var spec = station.DutModel!;
        var parameters = new DutParameters(spec.With ?? new Dictionary<string, Quantity>());
        var model = Make(spec, parameters);
        foreach (var name in (spec.With?.Keys ?? []).Where(n => !parameters.Asked.ContainsKey(n)))
            throw new ProfileException(spec.MarkOf("with").Problem(Unasked(spec, name, parameters), Spelling.Nearest(name, parameters.Asked.Keys)));

        string[] ports = [.. model.Inputs, .. model.Outputs];
        foreach (var (port, connection) in spec.Connect)
        {
            if (!ports.Contains(port))
                throw new ProfileException(connection.Mark.Problem($"{spec.Type} has no port '{port}' (it has {Listing.Of(ports)})", Spelling.Nearest(port, ports)));
            if (model.Inputs.Contains(port) && connection.Paths.Count != 1)
                throw new ProfileException(connection.Mark.Problem($"the input '{port}' is connected to {connection.Paths.Count} things; an input has one source"));
        }

        foreach (var wire in station.Wiring ?? [])
        {
            if (wire.From.StartsWith("dut.", StringComparison.Ordinal) && !model.Outputs.Contains(wire.From[4..]))
                throw new ProfileException(wire.MarkOf("from").Problem($"{spec.Type} has no output '{wire.From[4..]}' (it has {Listing.Of(model.Outputs)})", Spelling.Nearest(wire.From[4..], model.Outputs)));
        }

        return model;
    }

    private static string Unasked(DutModelSpec spec, string name, DutParameters parameters)
    {
        var message = $"{spec.Type} has no parameter '{name}' (it has {Listing.Of(parameters.Asked.Keys)})";
        return DutModelFactory.IsBuiltIn(spec.Type) ? message
            : $"{message}; a model has those that it asks for in its constructor or in a field, as in {DutParameters.Call(name, spec.With![name])}: a call in Changed or Output comes too late";
    }

    private static IDutModel Make(DutModelSpec spec, DutParameters parameters)
    {
        try
        {
            return DutModelFactory.Make(spec.Type, parameters);
        }
        catch (SimulationException e) when (e.InnerException is UnitMismatchException mismatch)
        {
            throw new ProfileException(spec.MarkOf("with").Problem($"'{spec.Type}' could not be made: {mismatch.Message}"));
        }
        catch (SimulationException e)
        {
            throw new ProfileException(spec.MarkOf("type").Problem(e.Message));
        }
        catch (UnitMismatchException e)
        {
            throw new ProfileException(spec.MarkOf("with").Problem(e.Message));
        }
    }
}
