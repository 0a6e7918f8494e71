namespace LabTest.Recording.Journal;

/// <summary>A test begins.</summary>
/// <param name="Id">Its identity across runs: the trait Id, else class and method.</param>
/// <param name="Class">Its class.</param>
/// <param name="Method">Its method.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Traits">Its traits.</param>
/// <param name="Conditions">The place in its sweep.</param>
/// <param name="File">Its source file.</param>
/// <param name="Line">Its line.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
internal sealed record TestStarted(
    string Id,
    string Class,
    string Method,
    string Name,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Traits,
    IReadOnlyList<ConditionRecord> Conditions,
    string? File,
    int? Line,
    int Attempt) : JournalEvent;
