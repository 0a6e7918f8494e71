using LabTest.Arrow.FlatBuffers;

namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>A message's metadata (Message.fbs, table <c>Message</c>), read where it lies.</summary>
internal readonly ref struct MessageHeader
{
    private readonly FlatTable _message;

    private MessageHeader(FlatTable message) => _message = message;

    public MessageKind Kind => (MessageKind)_message.Byte(Slots.Message.HeaderKind);

    /// <summary>The number of bytes that follow the metadata.</summary>
    public long BodyLength
    {
        get
        {
            var length = _message.Int64(Slots.Message.BodyLength);
            return length >= 0 ? length : throw new ArrowFormatException($"A message claims a body of {length} bytes.");
        }
    }

    /// <summary>The table of the schema or batch itself.</summary>
    public FlatTable Header => _message.TryTable(Slots.Message.Header, out var header)
        ? header
        : throw new ArrowFormatException("A message has no header.");

    /// <summary>Reads a message's metadata.</summary>
    /// <exception cref="ArrowFormatException">The bytes are not a message, or of a version that is not read.</exception>
    public static MessageHeader Read(ReadOnlySpan<byte> metadata)
    {
        var message = FlatTable.Root(metadata);
        MetadataVersion.Require(message.Int16(Slots.Message.Version));
        return new MessageHeader(message);
    }
}
