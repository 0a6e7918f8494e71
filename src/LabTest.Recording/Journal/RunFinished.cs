namespace LabTest.Recording.Journal;

/// <summary>A run has ended.</summary>
/// <param name="Verdict">The worst of its tests.</param>
/// <param name="Cause">Why it was stopped.</param>
/// <param name="IsComplete">Whether all its tests ran.</param>
/// <param name="Lines">How many lines the journal has with this one; null in journals of the first format.</param>
internal sealed record RunFinished(Verdict Verdict, string? Cause, bool IsComplete, long? Lines = null) : JournalEvent;
