namespace LabTest.Recording.Journal;

/// <summary>A parameter was set.</summary>
/// <param name="Path">The parameter.</param>
/// <param name="Value">What it was set to.</param>
internal sealed record ParameterSet(string Path, string Value) : JournalEvent;
