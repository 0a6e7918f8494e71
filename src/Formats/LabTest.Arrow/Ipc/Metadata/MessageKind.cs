namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>The union <c>MessageHeader</c> of Message.fbs.</summary>
internal enum MessageKind : byte
{
    None,
    Schema,
    DictionaryBatch,
    RecordBatch,
    Tensor,
    SparseTensor,
}
