using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>A test in run.json.</summary>
internal sealed record TestDocument(
    string Id,
    string Name,
    Verdict Verdict,
    string? Cause,
    string? Message,
    string? FailedAt,
    double? Duration,
    int Attempt,
    long Measurements,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Traits,
    IReadOnlyList<ConditionRecord> Conditions)
{
    public static TestDocument Of(TestSummary test) => new(
        test.Started!.Id,
        test.Started.Name,
        test.Verdict,
        test.Finished?.Cause,
        test.Finished?.Message,
        test.FailedAt?.ToString(),
        test.Finished?.Duration,
        test.Started.Attempt,
        test.Count,
        test.Started.Traits,
        test.Started.Conditions);
}
