namespace LabTest.Recording.Journal;

/// <summary>A profile as it was used.</summary>
/// <param name="Id">Its id.</param>
/// <param name="File">Its file.</param>
/// <param name="Text">Its text.</param>
/// <param name="Hash">SHA-256 of the text.</param>
internal sealed record ProfileText(string Id, string File, string Text, string Hash);
