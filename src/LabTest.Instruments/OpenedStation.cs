using System.Collections.Concurrent;
using LabTest.Instruments.Drivers;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations;

namespace LabTest.Instruments;

/// <summary>The instruments of a station, open, identified, safe and set.</summary>
internal sealed partial class OpenedStation : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ResolvedParameter> _resolved = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Exception> _notOpened = new(StringComparer.Ordinal);
    private readonly IStationObserver? _observer;

    private OpenedStation(StationModel model, LabClock clock, SimulatedStation? simulation, IStationObserver? observer)
    {
        Model = model;
        Clock = clock;
        Simulation = simulation;
        _observer = observer;
    }

    public StationModel Model { get; }

    public LabClock Clock { get; }

    /// <summary>The simulation behind the instruments that are simulated in-process; none where none is.</summary>
    public SimulatedStation? Simulation { get; }

    public IReadOnlyDictionary<string, Instrument> Instruments => _instruments;

    /// <summary>Whether a simulator stands behind any of the instruments.</summary>
    public bool IsSimulated => Model.Instruments.Values.Any(i => i.IsSimulated);

    /// <summary>The ambient temperature in °C, where the station says it.</summary>
    public double? Temperature =>
        Model.Conditions.TryGetValue("temperature", out var temperature) ? temperature.Unit.IsOne ? temperature.Value : temperature.In(Unit.Parse("°C")) : null;

    /// <summary>The instrument of an alias.</summary>
    /// <exception cref="PathException">There is none; the message names those there are.</exception>
    public Instrument Find(string alias) => _instruments.TryGetValue(alias, out var instrument)
        ? instrument
        : throw new PathException($"There is no instrument '{alias}' on station '{Model.Name}' (there are {Listing.Of(_instruments.Keys)}){DidYouMean(alias, _instruments.Keys)}");

    /// <summary>What a path names.</summary>
    /// <exception cref="PathException">It names nothing; the message says what there is.</exception>
    public ResolvedParameter Resolve(string path) => _resolved.TryGetValue(path, out var resolved) ? resolved : _resolved.GetOrAdd(path, Find(Parse(path)));

    /// <summary>Tells whoever observes the station that something asks for attention.</summary>
    public void Warn(string alias, string message) => _observer?.Warned(alias, message, Clock.Now);

    /// <summary>The action that a path names.</summary>
    /// <exception cref="PathException">It names none; the message says what there is.</exception>
    public StationAction ResolveAction(string text)
    {
        var path = Parse(text);
        var instrument = Find(path.Alias);
        IEnumerable<string> actions = [.. instrument.Model.Actions.Keys, "safe_state"];
        return actions.Contains(path.Name)
            ? new StationAction(path.Alias, path.Channel is null ? -1 : Channel(instrument, path.Channel), path.Name)
            : throw new PathException($"'{path.Alias}' ({instrument.Profile}) has no action '{path.Name}' (it has {Listing.Of(actions)}){DidYouMean(path.Name, actions)}");
    }

    private static ParameterPath Parse(string text)
    {
        try
        {
            return ParameterPath.Parse(text);
        }
        catch (FormatException e)
        {
            throw new PathException(e.Message);
        }
    }

    private ResolvedParameter Find(ParameterPath path)
    {
        var instrument = Find(path.Alias);
        var parameters = instrument.Model.Parameters;
        if (!parameters.TryGetValue(path.Name, out var parameter))
            throw new PathException($"'{path.Alias}' ({instrument.Profile}) has no parameter '{path.Name}' (it has {Listing.Of(parameters.Keys)}){DidYouMean(path.Name, parameters.Keys)}");
        if (!parameter.IsChannel)
        {
            return path.Channel is null
                ? new ResolvedParameter(path, instrument, parameter, -1)
                : throw new PathException($"'{path.Name}' belongs to all of '{path.Alias}', not to a channel; write {path.Alias}.{path.Name}");
        }

        if (path.Channel is null)
            throw new PathException($"'{path}' does not say which channel; write {string.Join(" or ", instrument.Station.ChannelNames.Select(c => $"{path.Alias}.{c}.{path.Name}"))}");
        var channel = Channel(instrument, path.Channel);
        return new ResolvedParameter(instrument.PathOf(path.Name, channel), instrument, parameter, channel);
    }

    private static int Channel(Instrument instrument, string name) => instrument.Station.Channels.TryGetValue(name, out var channel)
        ? channel
        : throw new PathException($"'{instrument.Alias}' has no channel '{name}' (it has {Listing.Of(instrument.Station.ChannelNames)}){DidYouMean(name, instrument.Station.Channels.Keys)}");

    private static string DidYouMean(string word, IEnumerable<string> candidates) =>
        Spelling.Nearest(word, candidates) is { } meant ? $"; did you mean '{meant}'?" : ".";
}
