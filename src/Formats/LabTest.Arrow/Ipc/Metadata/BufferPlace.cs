namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>Where in a message's body a buffer lies (Schema.fbs, struct <c>Buffer</c>).</summary>
internal readonly record struct BufferPlace(long Offset, long Length);
