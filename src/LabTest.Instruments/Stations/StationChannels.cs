using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Compiling;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>What the channels of an instrument are called on a station.</summary>
internal sealed class StationChannels
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly string _alias;
    private readonly InstrumentModel _model;
    private readonly YamlBinder _binder;

    public StationChannels(string alias, InstrumentModel model, IReadOnlyDictionary<string, string>? given, YamlMark mark, YamlBinder binder)
    {
        (_alias, _model, _binder) = (alias, model, binder);
        string[] shown = [.. model.Channels];
        for (var i = 0; i < shown.Length; i++)
        {
            _byName[shown[i]] = i;
            if (int.TryParse(shown[i], out _))
                _byName.TryAdd($"ch{shown[i]}", i);
        }

        foreach (var (name, id) in given ?? new Dictionary<string, string>())
        {
            if (Index(name, id, mark) is { } index)
            {
                _byName[name] = index;
                shown[index] = name;
            }
        }

        Shown = [.. shown.Select(n => int.TryParse(n, out _) ? $"ch{n}" : n)];
    }

    /// <summary>Names of channels and which they are, from 0: the station's, the ids, and <c>ch1</c> for an id 1.</summary>
    public IReadOnlyDictionary<string, int> ByName => _byName;

    /// <summary>The name of each channel as it is shown: the station's if it gives one.</summary>
    public IReadOnlyList<string> Shown { get; }

    /// <summary>What is given for parameters of the instrument and of its channels; problems are added for names that there are not.</summary>
    /// <param name="given">By the name of a parameter or a channel.</param>
    /// <param name="markOf">Where something stands.</param>
    /// <returns>The parameter, the channel (from 0; -1 where none is named), and what is given for it.</returns>
    public IEnumerable<(ParameterModel Parameter, int Channel, T Given)> Resolve<T>(IReadOnlyDictionary<string, ByChannelSpec<T>>? given, Func<T, YamlMark> markOf)
        where T : class, IYamlForm<T>
    {
        foreach (var (key, spec) in given ?? new Dictionary<string, ByChannelSpec<T>>())
        {
            var channel = spec.Own is null ? Find(key, spec.Mark) : -1;
            if (channel is not { } found)
                continue;
            IEnumerable<KeyValuePair<string, T>> values = spec.Own is { } own ? [KeyValuePair.Create(key, own)] : spec.OfChannel;
            foreach (var (name, value) in values)
            {
                if (Parameter(name, found, markOf(value)) is { } parameter)
                    yield return (parameter, found, value);
            }
        }
    }

    // A channel by its name; null after a problem was added.
    private int? Find(string name, YamlMark mark)
    {
        if (_byName.TryGetValue(name, out var channel))
            return channel;
        var there = _byName.Count == 0 ? "" : $" (it has {Listing.Of(Shown)})";
        _binder.Add(mark, $"'{_alias}' has no channel '{name}'{there}", Spelling.Nearest(name, _byName.Keys));
        return null;
    }

    // A parameter of the instrument, or of its channels; null after a problem was added.
    private ParameterModel? Parameter(string name, int channel, YamlMark mark)
    {
        if (_model.Parameters.TryGetValue(name, out var parameter) && (channel < 0 || parameter.IsChannel))
            return parameter;
        var names = _model.Parameters.Values.Where(p => channel < 0 || p.IsChannel).Select(p => p.Name).ToArray();
        _binder.Add(mark, $"{_model.Id} has no {(channel < 0 ? "" : "channel ")}parameter '{name}' (it has {Listing.Of(names)})", Spelling.Nearest(name, names));
        return null;
    }

    private int? Index(string name, string id, YamlMark mark)
    {
        if (!_model.ChannelNumbers.TryGetValue(id, out var index))
            _binder.Add(mark, $"{_model.Id} has no channel '{id}' (it has {Listing.Of(_model.Channels)})", Spelling.Nearest(id, _model.Channels));
        else if (!NameRules.IsName(name))
            _binder.Add(mark, $"'{name}' cannot be the name of a channel; use letters, digits and _, beginning with a letter");
        else if (_byName.TryGetValue(name, out var other) && other != index)
            _binder.Add(mark, $"'{name}' is another channel of {_model.Id} already; choose another name");
        else
            return index;
        return null;
    }
}
