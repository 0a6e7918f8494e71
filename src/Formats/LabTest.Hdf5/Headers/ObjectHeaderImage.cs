using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Headers;

/// <summary>Lays the messages of a version-2 header out in its first chunk and, where they do not fit, one more (specification IV.A.1.b).</summary>
internal static class ObjectHeaderImage
{
    /// <summary>Flags: the size of the first chunk takes two bytes, nothing else is kept.</summary>
    public const byte SmallSizes = 1;

    private const int ChecksumSize = 4;
    private const int ContinuationBody = 16;
    private const int ContinuationOverhead = 4 + ChecksumSize;

    /// <summary>How many bytes the first chunk takes with room for messages of so many bytes.</summary>
    public static int FirstSize(ObjectHeader header, int capacity) => PrefixSize(header) + capacity + ChecksumSize;

    /// <summary>How many bytes the messages take.</summary>
    public static int MessagesSize(ObjectHeader header) => header.Messages.Sum(m => MessageSize(header, m));

    /// <summary>Splits the messages: those in the first chunk, and those that follow in the other.</summary>
    public static (List<HeaderMessage> First, List<HeaderMessage> Others) Split(ObjectHeader header, int capacity)
    {
        if (MessagesSize(header) <= capacity)
            return ([.. header.Messages], []);

        List<HeaderMessage> first = [], rest = [];
        var left = capacity - MessageHeaderSize(header) - ContinuationBody;
        foreach (var message in header.Messages)
        {
            var size = MessageSize(header, message);
            (size <= left ? first : rest).Add(message);
            left -= size <= left ? size : 0;
        }

        return (first, rest);
    }

    public static byte[] First(ObjectHeader header, int capacity, List<HeaderMessage> messages, (long Address, int Size)? continuation)
    {
        var writer = new ByteWriter(FirstSize(header, capacity));
        writer.Bytes("OHDR"u8).U8(2).U8(header.Flags).Bytes(header.Prefix).Unsigned(capacity, 1 << (header.Flags & 3));
        var end = writer.Length + capacity;
        if (continuation is { } next)
        {
            var body = new ByteWriter(ContinuationBody).Address(next.Address).FileLength(next.Size).ToArray();
            Write(writer, header, new HeaderMessage(MessageType.Continuation, 0, body));
        }

        foreach (var message in messages)
            Write(writer, header, message);
        Fill(writer, header, end);
        return writer.Checksum().ToArray();
    }

    public static byte[] Continuation(ObjectHeader header, List<HeaderMessage> messages)
    {
        var writer = new ByteWriter(ContinuationOverhead + messages.Sum(m => MessageSize(header, m)));
        writer.Bytes("OCHK"u8);
        foreach (var message in messages)
            Write(writer, header, message);
        return writer.Checksum().ToArray();
    }

    public static int PrefixSize(ObjectHeader header) => 4 + 1 + 1 + header.Prefix.Length + (1 << (header.Flags & 3));

    private static int MessageHeaderSize(ObjectHeader header) => header.TracksCreationOrder ? 6 : 4;

    private static int MessageSize(ObjectHeader header, HeaderMessage message) => MessageHeaderSize(header) + message.Body.Length;

    private static void Write(ByteWriter writer, ObjectHeader header, HeaderMessage message)
    {
        writer.U8((int)message.Type).U16(message.Body.Length).U8(message.Flags);
        if (header.TracksCreationOrder)
            writer.U16(message.CreationOrder);
        writer.Bytes(message.Body);
    }

    private static void Fill(ByteWriter writer, ObjectHeader header, int end)
    {
        var left = end - writer.Length;
        var overhead = MessageHeaderSize(header);
        if (left >= overhead)
            Write(writer, header, new HeaderMessage(MessageType.Nil, 0, new byte[left - overhead]));
        else
            writer.Zeros(left);
    }
}
