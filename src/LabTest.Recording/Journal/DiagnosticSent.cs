namespace LabTest.Recording.Journal;

/// <summary>A diagnostic message of the test framework, or of an experiment that sent one.</summary>
/// <param name="Test">The number of the start of the test in which it was sent; null outside of tests.</param>
/// <param name="Message">The message.</param>
internal sealed record DiagnosticSent(long? Test, string Message) : JournalEvent;
