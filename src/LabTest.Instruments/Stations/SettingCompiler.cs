using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Makes what a station sets an instrument to, and checks it against range and bounds before anything is opened.</summary>
internal sealed class SettingCompiler(
    InstrumentModel model, StationChannels channels, IReadOnlyDictionary<(ParameterModel Parameter, int Channel), Bound> bounds, YamlBinder binder)
{
    private readonly List<Assignment> _settings = [];

    public IReadOnlyList<Assignment> Compile(IReadOnlyDictionary<string, ByChannelSpec<ValueSpec>>? given)
    {
        foreach (var (parameter, channel, value) in channels.Resolve(given, v => v.Mark))
            Add(parameter, channel, value);
        return _settings;
    }

    private void Add(ParameterModel parameter, int channel, ValueSpec value)
    {
        if (parameter.Set is null)
        {
            binder.Add(value.Mark, $"'{parameter.Name}' can only be read");
            return;
        }

        try
        {
            var canonical = CanonicalValue.Of(parameter, value.Value);
            if (IsAllowed(parameter, channel, canonical, value.Mark))
                _settings.Add(new Assignment(parameter, channel, canonical));
        }
        catch (Exception e) when (e is FormatException or UnitMismatchException)
        {
            binder.Add(value.Mark, $"for '{parameter.Name}': {e.Message}");
        }
    }

    private bool IsAllowed(ParameterModel parameter, int channel, ParameterValue value, YamlMark mark)
    {
        if (value.Kind != ParameterValueKind.Quantity)
            return true;
        var number = value.Quantity.Value;
        foreach (var each in model.ChannelsOf(parameter, channel))
        {
            var where = each < 0 ? $"'{parameter.Name}'" : $"'{parameter.Name}' on channel {channels.Shown[each]}";
            if (parameter.Range?.Constant(each < 0 ? null : model.Channels[each]) is { } range && !range.Allows(number))
                binder.Add(mark, $"{value} is outside the range of {where}, {range.Describe(parameter.Unit)}");
            else if (bounds.TryGetValue((parameter, each), out var bound) && !bound.Allows(number))
                binder.Add(mark, $"{value} is outside the station's own bound of {where}, {bound.Describe(parameter.Unit)}");
            else
                continue;
            return false;
        }

        return true;
    }
}
