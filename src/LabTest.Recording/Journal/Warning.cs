namespace LabTest.Recording.Journal;

/// <summary>Something asks for attention.</summary>
/// <param name="Test">The number of the start of the test in which it happened.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Message">What it is.</param>
internal sealed record Warning(long? Test, string Source, string Message) : JournalEvent;
