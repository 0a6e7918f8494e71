using LabTest.Recording;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;

namespace LabTest.Cli.Json;

/// <summary>A run as <c>labtest runs</c> and <c>labtest show</c> list it.</summary>
internal sealed record RunItem
{
    /// <summary>What it is called: day and folder.</summary>
    public required string Run { get; init; }

    /// <summary>Its folder.</summary>
    public required string Path { get; init; }

    /// <summary>When it began, ISO 8601 in UTC.</summary>
    public string? Start { get; init; }

    /// <summary>How long it took by its clock, in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>Whether its clock was virtual.</summary>
    public bool IsVirtual { get; init; }

    public RunState? State { get; init; }

    /// <summary>The verdict: so far, for a run that is under way.</summary>
    public Verdict? Verdict { get; init; }

    public bool IsComplete { get; init; }

    public bool IsSimulated { get; init; }

    /// <summary>Whether it is a production run, in which a skipped test is an Error.</summary>
    public bool IsProduction { get; init; }

    public string? Project { get; init; }

    public string? Dut { get; init; }

    public string? Operator { get; init; }

    public string? Station { get; init; }

    public string? Batch { get; init; }

    public int Tests { get; init; }

    public long Measurements { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it cannot be read; then there is nothing else.</summary>
    public string? Error { get; init; }

    /// <summary>Reads a run; one that cannot be read says why.</summary>
    public static RunItem Read(RunFolder folder, DateTimeOffset now)
    {
        try
        {
            return Of(folder, RunSummary.Read(folder), now);
        }
        catch (Exception e) when (e is RecordingException or IOException or UnauthorizedAccessException)
        {
            return new RunItem { Run = RunsFolder.NameOf(folder.Path), Path = folder.Path, Error = e.Message };
        }
    }

    public static RunItem Of(RunFolder folder, RunSummary summary, DateTimeOffset now) => new()
    {
        Run = RunsFolder.NameOf(folder.Path),
        Path = folder.Path,
        Start = summary.Started is { } started ? new Instant(started.Time).ToString() : null,
        Duration = summary.Started is null ? null : summary.Seconds,
        IsVirtual = summary.IsVirtual,
        Verdict = summary.Verdict,
        State = summary.State,
        IsComplete = summary.Finished?.IsComplete == true,
        IsSimulated = summary.IsSimulated,
        IsProduction = summary.Started?.IsProduction == true,
        Project = summary.Started?.Project,
        Dut = summary.Started?.Dut,
        Operator = summary.Started?.Operator,
        Station = summary.StationName,
        Batch = summary.Started?.Batch,
        Tests = summary.Tests.Count,
        Measurements = summary.Measurements,
        Notes = [.. RunNotes.Of(summary), .. StateText.Of(summary, now) is { } state ? [state] : Array.Empty<string>()],
    };
}
