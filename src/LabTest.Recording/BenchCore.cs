using LabTest.Engine;
using LabTest.Instruments;
using LabTest.Recording.Runs;

namespace LabTest.Recording;

/// <summary>An open bench: the station, the engine on it, and the run that records what happens.</summary>
internal sealed class BenchCore(OpenedStation station, RunRecorder run)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public OpenedStation Station { get; } = station;

    public RunRecorder Run { get; } = run;

    public IEngine Engine { get; } = new EmbeddedEngine(station);

    /// <summary>The values that experiments ask for by name.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The names that experiments asked for.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>The token of the test that is under way.</summary>
    public Func<CancellationToken> Token { get; init; } = static () => CancellationToken.None;

    /// <summary>What measurements belong to now: the test that is under way, else the run.</summary>
    public TestScope Scope => Run.Scope;

    /// <summary>Today, for calibrations.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Station.Clock.Now.DateTime.UtcDateTime);

    /// <summary>The standard uncertainty of a value that was just read by a path; null where it is unknown.</summary>
    public Quantity? UncertaintyOf(string path, Quantity value)
    {
        var source = Station.Resolve(path);
        return source.Instrument.UncertaintyOf(source.Parameter, source.Channel, value, Today, Station.Temperature);
    }

    /// <summary>A value that was given for this run; none where the default holds.</summary>
    public string? Argument(string name)
    {
        lock (_asked)
            _asked.Add(name);
        return Arguments.GetValueOrDefault(name);
    }
}
