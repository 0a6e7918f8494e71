namespace LabTest.Recording.Runs;

/// <summary>An attachment, or a file that an experiment wrote, in run.json.</summary>
internal sealed record FileDocument(string File, string Name, string? Test, string? MediaType, long Bytes, string? Sha256);
