using System.Text.Json;
using System.Text.Json.Serialization;
using LabTest.Recording.Files;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>The content of run.json: who, what, where and when, everything the result depends on, and the verdict of every test.</summary>
internal sealed record RunDocument
{
    [JsonPropertyName("labtest")]
    public string Format { get; init; } = "run/1";

    public required RunStarted? Run { get; init; }

    public required RunState State { get; init; }

    public required Verdict Verdict { get; init; }

    public required string? Cause { get; init; }

    public required bool IsComplete { get; init; }

    public required bool IsSimulated { get; init; }

    public required string Started { get; init; }

    public required string Ended { get; init; }

    public required long Measurements { get; init; }

    public required IReadOnlyList<TestDocument> Tests { get; init; }

    public required IReadOnlyList<LimitDocument> Limits { get; init; }

    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What is wrong with the journal that this was made from.</summary>
    public required IReadOnlyList<string> JournalProblems { get; init; }

    public required IReadOnlyList<FileDocument> Files { get; init; }

    public required IReadOnlyList<string> NotMadeSafe { get; init; }

    /// <summary>How each instrument was left when the station was closed.</summary>
    public required IReadOnlyList<SafeStateRecord> SafeStates { get; init; }

    public required StationOpened? Station { get; init; }

    public static RunDocument Of(RunSummary summary) => new()
    {
        Run = summary.Started,
        State = summary.State,
        Verdict = summary.Verdict,
        Cause = summary.State == RunState.Killed ? "the process died before the run was over" : summary.Finished?.Cause,
        IsComplete = summary.Finished?.IsComplete == true,
        IsSimulated = summary.IsSimulated,
        Started = new Instant(summary.Started?.Time ?? 0).ToString(),
        Ended = new Instant(summary.Finished?.Time ?? summary.LastTime).ToString(),
        Measurements = summary.Measurements,
        Tests = [.. summary.Tests.Select(TestDocument.Of)],
        Limits = [.. summary.Tests.SelectMany(t => t.Measurements.SelectMany(m => m.Limits.Select(l => new LimitDocument(t.Started!.Id, m.Taken.Name, l.Description))).Distinct())],
        Settings = summary.Settings,
        Warnings = [.. summary.Warnings.Select(w => $"{w.Source}: {w.Message}")],
        JournalProblems = summary.JournalProblems,
        Files = [.. summary.Files.Select(f => new FileDocument(f.File, f.Name, f.Test is { } test ? summary.Tests.FirstOrDefault(t => t.Started!.Number == test)?.Started!.Id : null, f.MediaType, f.Bytes, f.Hash))],
        NotMadeSafe = summary.NotMadeSafe,
        SafeStates = summary.Closed?.Instruments ?? [],
        Station = summary.Station,
    };

    /// <summary>Writes run.json, whole or not at all.</summary>
    public static void Write(RunFolder folder, RunSummary summary) => WholeFile.Write(folder.RunJson, path =>
    {
        using var stream = File.Create(path);
        JsonSerializer.Serialize(stream, Of(summary), RunJson.Default.RunDocument);
    });
}
