using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>Where a run stands, in words.</summary>
internal static class StateText
{
    /// <summary><c>running for 2 min 3 s, in Holds 3V3 at full load, last rail_3v3 = 3.301 V</c>; null for a run that came to its end.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="now">The time.</param>
    public static string? Of(RunSummary summary, DateTimeOffset now) => summary.State switch
    {
        RunState.Running => string.Join(", ", Running(summary, now)),
        RunState.Killed => "killed: it never came to its end, and its process is gone",
        _ => null,
    };

    private static IEnumerable<string> Running(RunSummary summary, DateTimeOffset now)
    {
        var elapsed = summary.Started is { } started ? now - new Instant(started.Time).DateTime : TimeSpan.Zero;
        yield return $"running for {Phrases.Duration(Math.Round(Math.Max(0, elapsed.TotalSeconds)))}";
        if (summary.UnderWay?.Started is { } test)
            yield return $"in {TestNames.Sentence(test.Name)}";
        if (summary.LastMeasurement is { } last)
            yield return $"last {last.Name} = {MeasurementText.Value(last)}";
    }
}
