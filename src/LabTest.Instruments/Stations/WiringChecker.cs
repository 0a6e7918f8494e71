using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Checks that wires and the DUT model's connections end at what there is, and that an input has one source.</summary>
internal sealed class WiringChecker(StationSpec spec, IReadOnlyDictionary<string, StationInstrument> instruments, YamlBinder binder)
{
    private const string DutPrefix = "dut.";

    private readonly StationPaths _paths = new(instruments, binder);
    private readonly HashSet<(string Alias, int Channel, string Port)> _driven = [];

    public void Check()
    {
        foreach (var wire in spec.Wiring ?? [])
        {
            if (!wire.From.StartsWith(DutPrefix, StringComparison.Ordinal))
                CheckEnd(wire.From, wire.MarkOf("from"), mayBeInput: false, mayBeOutput: true);
            else if (spec.DutModel is null)
                binder.Add(wire.MarkOf("from"), "the station has no 'dut_model'");
            CheckEnd(wire.To, wire.MarkOf("to"), mayBeInput: true, mayBeOutput: false);
        }

        // Whether a port of the model goes in or out only the model knows; the builder of the simulation checks that.
        foreach (var connection in spec.DutModel?.Connect.Values ?? [])
        {
            foreach (var path in connection.Paths)
                CheckEnd(path, connection.Mark, mayBeInput: true, mayBeOutput: true);
        }

        foreach (var (mark, _, message) in FindDead(spec, instruments))
            binder.Warn(mark, message);
    }

    /// <summary>Wires and connections that carry nothing: a simulated instrument at one end, and at the other one that is not simulated in this process.</summary>
    /// <returns>Where each is written, the instrument that is not simulated, and what to say.</returns>
    public static IEnumerable<(YamlMark Mark, string Alias, string Message)> FindDead(StationSpec spec, IReadOnlyDictionary<string, StationInstrument> instruments)
    {
        if (instruments.Values.All(static i => i.Address is not null))
            yield break;
        StationInstrument? At(string path) => instruments.GetValueOrDefault(path.Split('.')[0]);
        foreach (var wire in spec.Wiring ?? [])
        {
            var (from, to) = (At(wire.From), At(wire.To));
            if (to is null || to.Address is null == from?.Address is null)
                continue;
            var far = to.Address is null ? from! : to;
            yield return (wire.MarkOf("from"), far.Alias, $"the wire from '{wire.From}' to '{wire.To}' carries nothing, since '{far.Alias}' is not simulated here ({far.Address}); simulate both ends, or take the wire away");
        }

        foreach (var (port, connection) in spec.DutModel?.Connect.AsEnumerable() ?? [])
        {
            foreach (var path in connection.Paths)
            {
                if (At(path) is { Address: { } address } far)
                    yield return (connection.Mark, far.Alias, $"the connection of the DUT model's '{port}' with '{path}' carries nothing, since '{far.Alias}' is not simulated here ({address}); simulate it, or take the connection away");
            }
        }
    }

    private void CheckEnd(string text, YamlMark mark, bool mayBeInput, bool mayBeOutput)
    {
        if (_paths.Find(text, mark, "no path; write alias.name or alias.channel.name") is not var (path, instrument, channel))
            return;

        string[] outputs = mayBeOutput ? Outputs(instrument) : [];
        string[] inputs = mayBeInput ? [.. instrument.Model.Simulation.Ports.Keys] : [];
        if (inputs.Contains(path.Name))
            CheckInput(instrument, channel, path.Name, mark);
        else if (outputs.Contains(path.Name))
            CheckOutput(instrument, channel, path, mark);
        else
            AddNothing(path, mark, mayBeInput && mayBeOutput ? "port, parameter or signal" : mayBeInput ? "port" : "parameter or signal", [.. outputs, .. inputs]);
    }

    // What carries a number: readings and settings of numbers, flags, and signals.
    private static string[] Outputs(StationInstrument instrument) =>
    [
        .. instrument.Model.Parameters.Values.Where(p => p.IsNumber || p.Type == ParameterType.Bool).Select(p => p.Name),
        .. instrument.Model.Simulation.Signals.Keys,
    ];

    private void CheckInput(StationInstrument instrument, int channel, string port, YamlMark mark)
    {
        foreach (var each in channel >= 0 ? [channel] : Enumerable.Range(0, Math.Max(1, instrument.Model.Channels.Count)))
        {
            if (_driven.Add((instrument.Alias, each, port)))
                continue;
            binder.Add(mark, $"'{instrument.Alias}{(channel < 0 ? "" : $".{instrument.ChannelNames[channel]}")}.{port}' is driven twice; an input has one source");
            return;
        }
    }

    private void CheckOutput(StationInstrument instrument, int channel, ParameterPath path, YamlMark mark)
    {
        var isOfChannel = !instrument.Model.Parameters.TryGetValue(path.Name, out var parameter) || parameter.IsChannel;
        if (isOfChannel && channel < 0 && instrument.Model.Channels.Count > 1)
            binder.Add(mark, $"'{path}' does not say which channel; write {string.Join(" or ", instrument.ChannelNames.Select(c => $"{path.Alias}.{c}.{path.Name}"))}");
        else if (!isOfChannel && channel >= 0)
            binder.Add(mark, $"'{path.Name}' belongs to all of '{path.Alias}', not to a channel; write {path.Alias}.{path.Name}");
    }

    private void AddNothing(ParameterPath path, YamlMark mark, string wanted, string[] there) =>
        binder.Add(mark, $"'{path.Alias}' has no {wanted} '{path.Name}' (it has {Listing.Of(there)})", Spelling.Nearest(path.Name, there));
}
