namespace LabTest.Recording.Journal;

/// <summary>A table is complete, or its scan was stopped.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Exit">success, abort or fail.</param>
/// <param name="Reason">Why it was stopped.</param>
internal sealed record TableFinished(string Table, int Rows, string Exit, string? Reason) : JournalEvent;
