namespace LabTest.Recording.Journal;

/// <summary>A file in the folder of the run that is no part of the record itself: an attachment of a test, or what an experiment wrote there.</summary>
/// <param name="Test">The number of the start of its test; null for a file that was found when the run ended.</param>
/// <param name="Name">What the test calls it; for a file that was found, its path.</param>
/// <param name="File">Its path in the folder of the run, with slashes.</param>
/// <param name="MediaType">What it is, such as <c>image/png</c>; null where nobody said.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Hash">SHA-256 of its content, in hexadecimal digits; null for a file that is too large to read at the end of a run.</param>
internal sealed record FileKept(long? Test, string Name, string File, string? MediaType, long Bytes, string? Hash) : JournalEvent;
