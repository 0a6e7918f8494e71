namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>Where in a file a message lies (File.fbs, struct <c>Block</c>).</summary>
/// <param name="Offset">The byte at which it begins.</param>
/// <param name="MetadataLength">The length of its prefix and metadata; the upper half is padding.</param>
/// <param name="BodyLength">The length of its body.</param>
internal readonly record struct Block(long Offset, long MetadataLength, long BodyLength);
