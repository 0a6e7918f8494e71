namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>How many values an array of a batch has (Message.fbs, struct <c>FieldNode</c>).</summary>
internal readonly record struct FieldNode(long Length, long NullCount);
