using LabTest.Instruments.Stations;

namespace LabTest.Instruments.Simulation;

/// <summary>Makes the simulated instruments of a station, wires them and connects the DUT model.</summary>
internal static class SimulationBuilder
{
    /// <summary>Makes the simulation.</summary>
    /// <param name="station">The station.</param>
    /// <param name="clock">The clock it lives by.</param>
    /// <param name="all">Whether all instruments are simulated, or only those that the station says are and that have no address.</param>
    /// <exception cref="ProfileException">The DUT model is not as it must be.</exception>
    /// <exception cref="SimulationException">The wiring comes back to itself.</exception>
    public static SimulatedStation Build(StationModel station, LabClock clock, bool all = false)
    {
        var simulated = new SimulatedStation(clock, station.Seed);
        foreach (var instrument in station.Instruments.Values.Where(i => all || i.Address is null))
            simulated.Add(instrument.Alias, instrument.Model, instrument.Simulation);
        var dut = Dut(station, simulated);
        foreach (var wire in station.Spec.Wiring ?? [])
        {
            if (Driver(station, simulated, dut, wire.From) is { } driver)
                Drive(station, simulated, wire.To, driver);
        }

        simulated.Probe();
        return simulated;
    }

    private static DutConnection? Dut(StationModel station, SimulatedStation simulated)
    {
        if (station.Spec.DutModel is not { } spec)
            return null;
        var model = DutCompiler.Make(station.Spec);
        var inputs = new Dictionary<string, Func<double, double>>(StringComparer.Ordinal);
        foreach (var (port, connection) in spec.Connect.Where(c => model.Inputs.Contains(c.Key)))
        {
            if (Driver(station, simulated, dut: null, connection.Paths[0]) is { } driver)
                inputs[port] = driver;
        }

        var connected = new DutConnection(model, inputs);
        foreach (var (port, connection) in spec.Connect.Where(c => !model.Inputs.Contains(c.Key)))
        {
            foreach (var path in connection.Paths)
                Drive(station, simulated, path, time => connected.Output(port, time));
        }

        simulated.Connect(connected);
        return connected;
    }

    // What a path gives at a time; nothing where its instrument is not simulated here.
    private static Func<double, double>? Driver(StationModel station, SimulatedStation simulated, DutConnection? dut, string text)
    {
        var path = ParameterPath.Parse(text);
        if (path.Alias == "dut" && dut is not null)
            return time => dut.Output(path.Name, time);
        if (!simulated.Instruments.TryGetValue(path.Alias, out var instrument))
            return null;
        var channel = path.Channel is null ? 0 : station.Instruments[path.Alias].Channels[path.Channel];
        if (instrument.Model.Simulation.Signals.TryGetValue(path.Name, out var signal))
            return time => instrument.Evaluate(signal, channel, time);
        if (instrument.Model.Parameters.TryGetValue(path.Name, out var parameter))
            return time => instrument.NoiseFree(parameter, channel, time);
        throw new SimulationException($"'{text}' drives the device under test, but is a port of {instrument.Model.Id}, which something must drive; connect a parameter or a signal.");
    }

    private static void Drive(StationModel station, SimulatedStation simulated, string text, Func<double, double> driver)
    {
        var path = ParameterPath.Parse(text);
        if (!simulated.Instruments.TryGetValue(path.Alias, out var instrument))
            return;
        if (!instrument.Model.Simulation.Ports.ContainsKey(path.Name))
            throw new SimulationException($"'{text}' is driven by the device under test, but is no port of {instrument.Model.Id} (it has {Listing.Of(instrument.Model.Simulation.Ports.Keys)}).");
        simulated.Drive(instrument, path.Channel is null ? -1 : station.Instruments[path.Alias].Channels[path.Channel], path.Name, driver);
    }
}
