using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Compiling;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Checks what a station says of one instrument against its profile.</summary>
internal sealed class StationInstrumentCompiler(string alias, StationInstrumentSpec spec, InstrumentModel model, YamlBinder binder)
{
    private readonly Dictionary<string, int> _channels = new(StringComparer.Ordinal);

    public StationInstrument Compile(bool isSimulated)
    {
        var names = Channels();
        return new StationInstrument
        {
            Alias = alias,
            Model = model,
            Address = isSimulated ? null : Address(),
            IsSimulated = isSimulated || spec.Simulate?.Value == Simulate.Remote,
            Serial = spec.Serial,
            Channels = _channels,
            ChannelNames = names,
            Bounds = Bounds(),
            Set = Settings(),
            Calibration = spec.Calibration is { } c ? new Calibration(c.Certificate, c.Done, c.Due) { Overdue = c.Overdue ?? OverduePolicy.Warn } : null,
            Link = Link(),
            Simulation = Simulated(),
        };
    }

    private string[] Channels()
    {
        string[] names = [.. model.Channels];
        for (var i = 0; i < names.Length; i++)
        {
            _channels[names[i]] = i;
            if (int.TryParse(names[i], out _))
                _channels.TryAdd($"ch{names[i]}", i);
        }

        foreach (var (name, id) in spec.Channels ?? new Dictionary<string, string>())
        {
            var index = Array.IndexOf([.. model.Channels], id);
            if (index < 0)
                binder.Add(spec.MarkOf("channels"), $"{model.Id} has no channel '{id}' (it has {string.Join(", ", model.Channels)})", Spelling.Nearest(id, model.Channels));
            else if (model.Channels.Contains(name) && name != id)
                binder.Add(spec.MarkOf("channels"), $"'{name}' is another channel of {model.Id} already; choose another name");
            else
                _channels[name] = index;
            if (index >= 0)
                names[index] = name;
        }

        return [.. names.Select(n => int.TryParse(n, out _) ? $"ch{n}" : n)];
    }

    private ResourceAddress? Address()
    {
        try
        {
            return spec.Address is null ? null : ResourceAddress.Parse(spec.Address);
        }
        catch (FormatException e)
        {
            binder.Add(spec.MarkOf("address"), e.Message);
            return null;
        }
    }

    private LinkModel Link()
    {
        if (spec.Link?.OnOpen is not null)
            binder.Add(spec.Link.MarkOf("on_open"), "the steps on open belong to the profile; a station has 'on_open' of its own");
        try
        {
            return model.Link.With(spec.Link);
        }
        catch (UnitMismatchException e)
        {
            binder.Add(spec.Link!.Mark, e.Message);
            return model.Link;
        }
    }

    private Dictionary<(ParameterModel Parameter, int Channel), Bound> Bounds()
    {
        var bounds = new Dictionary<(ParameterModel, int), Bound>();
        foreach (var (key, given) in spec.Bounds ?? new Dictionary<string, BoundsSpec>())
        {
            if (given.Ends is { } ends)
                AddBound(bounds, key, channel: -1, ends);
            else if (Channel(key, given.Mark) is { } channel)
            {
                foreach (var (name, channelEnds) in given.OfChannel)
                    AddBound(bounds, name, channel, channelEnds);
            }
        }

        CheckSafeState(bounds);
        return bounds;
    }

    // The safe state passes the same gate as every write, so a bound must let it through.
    private void CheckSafeState(Dictionary<(ParameterModel Parameter, int Channel), Bound> bounds)
    {
        foreach (var step in model.SafeState.OfType<SetStep>().Where(s => s.Value.Kind == ParameterValueKind.Quantity))
        {
            foreach (var (key, bound) in bounds.Where(b => b.Key.Parameter == step.Parameter && !b.Value.Allows(step.Value.Quantity.Value)))
            {
                binder.Add(spec.MarkOf("bounds"), $"the bound of '{key.Parameter.Name}' does not allow {step.Value}, which its safe state sets; widen it to {new Quantity(Math.Min(bound.Low, step.Value.Quantity.Value), key.Parameter.Unit)} to {new Quantity(Math.Max(bound.High, step.Value.Quantity.Value), key.Parameter.Unit)}");
            }
        }
    }

    private void AddBound(Dictionary<(ParameterModel, int), Bound> bounds, string name, int channel, BoundEndsSpec ends)
    {
        if (Parameter(name, channel, ends.Mark) is not { } parameter)
            return;
        if (parameter.Type is not (ParameterType.Number or ParameterType.Integer) || parameter.Kind != ParameterKind.Setting)
        {
            binder.Add(ends.Mark, $"'{name}' is no setting with a number; only such a parameter has a bound");
            return;
        }

        try
        {
            var bound = new Bound(In(ends.Low, parameter.Unit), In(ends.High, parameter.Unit));
            if (!(bound.Low <= bound.High))
                binder.Add(ends.Mark, $"the bound [{ends.Low}, {ends.High}] is upside down; write the lowest value first");
            foreach (var each in parameter.IsChannel ? channel >= 0 ? [channel] : Enumerable.Range(0, model.Channels.Count) : [-1])
            {
                CheckNarrows(parameter, each, bound, ends.Mark);
                bounds[(parameter, each)] = bound;
            }
        }
        catch (UnitMismatchException e)
        {
            binder.Add(ends.Mark, e.Message);
        }
    }

    private void CheckNarrows(ParameterModel parameter, int channel, Bound bound, YamlMark mark)
    {
        if (parameter.Range?.EndsOf(channel < 0 ? null : model.Channels[channel]) is not { } ends)
            return;
        try
        {
            var (low, high) = (ends.Low(ConstantContext.Instance), ends.High(ConstantContext.Instance));
            if (bound.Low < low || bound.High > high)
                binder.Add(mark, $"the bound of '{parameter.Name}' may only narrow its range {new Quantity(low, parameter.Unit)} to {new Quantity(high, parameter.Unit)}");
        }
        catch (NotConstantException)
        {
            // The range depends on a mode; both are checked when the parameter is set.
        }
    }

    private List<Assignment> Settings()
    {
        List<Assignment> settings = [];
        foreach (var (key, given) in spec.Set ?? new Dictionary<string, SettingsSpec>())
        {
            if (given.Value is { } value)
                AddSetting(settings, key, channel: -1, value);
            else if (Channel(key, given.Mark) is { } channel)
            {
                foreach (var (name, channelValue) in given.OfChannel)
                    AddSetting(settings, name, channel, channelValue);
            }
        }

        return settings;
    }

    private void AddSetting(List<Assignment> settings, string name, int channel, ValueSpec value)
    {
        if (Parameter(name, channel, value.Mark) is not { } parameter)
            return;
        if (parameter.Set is null)
        {
            binder.Add(value.Mark, $"'{name}' can only be read");
            return;
        }

        try
        {
            settings.Add(new Assignment(parameter, channel, CanonicalValue.Of(parameter, value.Value)));
        }
        catch (Exception e) when (e is FormatException or UnitMismatchException)
        {
            binder.Add(value.Mark, $"for '{name}': {e.Message}");
        }
    }

    private SimulatedInstrumentOptions Simulated()
    {
        foreach (var name in (spec.Sim?.Variables?.Keys ?? []).Where(n => !model.Simulation.Variables.ContainsKey(n)))
            binder.Add(spec.Sim!.MarkOf("variables"), $"{model.Id} has no variable '{name}'", Spelling.Nearest(name, model.Simulation.Variables.Keys));
        foreach (var name in (spec.Sim?.Faults ?? []).Where(n => !model.Simulation.Faults.ContainsKey(n)))
            binder.Add(spec.Sim!.MarkOf("faults"), $"{model.Id} has no fault '{name}'", Spelling.Nearest(name, model.Simulation.Faults.Keys));
        return new SimulatedInstrumentOptions
        {
            Serial = spec.Serial ?? "SIM0001",
            Variables = spec.Sim?.Variables ?? new Dictionary<string, double>(),
            Faults = [.. (spec.Sim?.Faults ?? []).Where(model.Simulation.Faults.ContainsKey)],
        };
    }

    private int? Channel(string name, YamlMark mark)
    {
        if (_channels.TryGetValue(name, out var channel))
            return channel;
        binder.Add(mark, $"'{alias}' has no channel '{name}'", Spelling.Nearest(name, _channels.Keys));
        return null;
    }

    private ParameterModel? Parameter(string name, int channel, YamlMark mark)
    {
        if (model.Parameters.TryGetValue(name, out var parameter) && (channel < 0 || parameter.IsChannel))
            return parameter;
        var names = model.Parameters.Values.Where(p => channel < 0 || p.IsChannel).Select(p => p.Name);
        binder.Add(mark, $"{model.Id} has no {(channel < 0 ? "" : "channel ")}parameter '{name}'", Spelling.Nearest(name, names));
        return null;
    }

    private static double In(Quantity quantity, Unit unit) => quantity.Unit.IsOne ? quantity.Value : quantity.In(unit);
}
