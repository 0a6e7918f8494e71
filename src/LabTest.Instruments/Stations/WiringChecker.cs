using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Checks that wires and the DUT model's connections end at what there is.</summary>
internal sealed class WiringChecker(StationSpec spec, IReadOnlyDictionary<string, StationInstrument> instruments, YamlBinder binder)
{
    public void Check()
    {
        foreach (var wire in spec.Wiring ?? [])
        {
            if (!wire.From.StartsWith("dut.", StringComparison.Ordinal))
                CheckEnd(wire.From, wire.MarkOf("from"), isInput: false);
            else if (spec.DutModel is null)
                binder.Add(wire.MarkOf("from"), "the station has no 'dut_model'");
            CheckEnd(wire.To, wire.MarkOf("to"), isInput: true);
        }

        // Whether a port goes in or out only the model knows; the builder of the simulation checks that.
        foreach (var connection in spec.DutModel?.Connect.Values ?? [])
        {
            foreach (var path in connection.Paths)
                CheckEnd(path, connection.Mark, isInput: null);
        }
    }

    private void CheckEnd(string text, YamlMark mark, bool? isInput)
    {
        if (!ParameterPath.TryParse(text, out var path))
        {
            binder.Add(mark, $"'{text}' is no path; write alias.name or alias.channel.name");
            return;
        }

        if (!instruments.TryGetValue(path.Alias, out var instrument))
        {
            binder.Add(mark, $"there is no instrument '{path.Alias}'", Spelling.Nearest(path.Alias, instruments.Keys));
            return;
        }

        if (path.Channel is not null && !instrument.Channels.ContainsKey(path.Channel))
            binder.Add(mark, $"'{path.Alias}' has no channel '{path.Channel}'", Spelling.Nearest(path.Channel, instrument.Channels.Keys));
        IEnumerable<string> outputs = isInput == true ? [] : [.. instrument.Model.Parameters.Keys, .. instrument.Model.Simulation.Signals.Keys];
        IEnumerable<string> inputs = isInput == false ? [] : instrument.Model.Simulation.Ports.Keys;
        string[] names = [.. outputs, .. inputs];
        if (!names.Contains(path.Name))
            binder.Add(mark, $"'{path.Alias}' has no {(isInput == true ? "port" : isInput == false ? "parameter or signal" : "port, parameter or signal")} '{path.Name}' (it has {string.Join(", ", names)})", Spelling.Nearest(path.Name, names));
    }
}
