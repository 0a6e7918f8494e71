using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Makes the bounds of an instrument on a station; they may only narrow what its profile allows.</summary>
internal sealed class BoundCompiler(InstrumentModel model, StationChannels channels, YamlBinder binder)
{
    private readonly Dictionary<(ParameterModel Parameter, int Channel), Bound> _bounds = [];

    public IReadOnlyDictionary<(ParameterModel Parameter, int Channel), Bound> Compile(IReadOnlyDictionary<string, ByChannelSpec<BoundEndsSpec>>? given)
    {
        foreach (var (parameter, channel, ends) in channels.Resolve(given, e => e.Mark))
            Add(parameter, channel, ends);
        return _bounds;
    }

    /// <summary>The safe state passes the same gate as every write, so a bound must let it through.</summary>
    public void CheckSafeState(YamlMark mark)
    {
        foreach (var step in SetSteps(model.SafeState, []).Where(s => s.Value.Kind == ParameterValueKind.Quantity))
        {
            var value = step.Value.Quantity.Value;
            foreach (var (key, bound) in _bounds.Where(b => b.Key.Parameter == step.Parameter && !b.Value.Allows(value)))
            {
                var wider = new Bound(Math.Min(bound.Low, value), Math.Max(bound.High, value));
                binder.Add(mark, $"the bound of '{key.Parameter.Name}' does not allow {step.Value}, which its safe state sets; widen it to {wider.Describe(key.Parameter.Unit)}");
            }
        }
    }

    private IEnumerable<SetStep> SetSteps(IReadOnlyList<ActionStep> steps, HashSet<string> seen) =>
        steps.SelectMany(s => s is RunStep run && seen.Add(run.Action) ? SetSteps(model.Actions[run.Action].Steps, seen) : s is SetStep set ? [set] : []);

    private void Add(ParameterModel parameter, int channel, BoundEndsSpec ends)
    {
        if (!parameter.IsNumber || parameter.Kind != ParameterKind.Setting)
        {
            binder.Add(ends.Mark, $"'{parameter.Name}' is no setting with a number; only such a parameter has a bound");
            return;
        }

        Bound bound;
        try
        {
            bound = new Bound(In(ends.Low, parameter.Unit), In(ends.High, parameter.Unit));
        }
        catch (UnitMismatchException e)
        {
            binder.Add(ends.Mark, e.Message);
            return;
        }

        if (!(bound.Low <= bound.High))
        {
            binder.Add(ends.Mark, $"the bound [{ends.Low}, {ends.High}] is upside down; write the lowest value first");
            return;
        }

        foreach (var each in model.ChannelsOf(parameter, channel))
        {
            if (!Narrow(parameter, each, bound, ends.Mark))
                return;
        }
    }

    private bool Narrow(ParameterModel parameter, int channel, Bound bound, YamlMark mark)
    {
        // Where the range depends on a mode, both are checked when the parameter is set.
        if (parameter.Range?.Constant(channel < 0 ? null : model.Channels[channel]) is { } range && (bound.Low < range.Low || bound.High > range.High))
        {
            binder.Add(mark, $"the bound of '{parameter.Name}' may only narrow its range {range.Describe(parameter.Unit)}{(channel < 0 ? "" : $" on channel {channels.Shown[channel]}")}");
            return false;
        }

        var both = _bounds.TryGetValue((parameter, channel), out var other) ? bound.And(other) : bound;
        if (both.Low > both.High)
        {
            binder.Add(mark, $"the bounds of '{parameter.Name}' for all channels and for '{channels.Shown[channel]}' leave no value");
            return false;
        }

        _bounds[(parameter, channel)] = both;
        return true;
    }

    private static double In(Quantity quantity, Unit unit) => quantity.Unit.IsOne ? quantity.Value : quantity.In(unit);
}
