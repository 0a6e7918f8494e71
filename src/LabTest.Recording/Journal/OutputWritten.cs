namespace LabTest.Recording.Journal;

/// <summary>What a test wrote to its output, told once, when it ended.</summary>
/// <param name="Test">The number of the start of its test.</param>
/// <param name="Text">The text; of a long one its beginning and its end.</param>
/// <param name="Length">How many characters it had.</param>
internal sealed record OutputWritten(long Test, string Text, long Length) : JournalEvent;
