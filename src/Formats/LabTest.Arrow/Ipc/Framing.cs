using System.Buffers.Binary;

namespace LabTest.Arrow.Ipc;

/// <summary>
/// The encapsulated message format (Arrow columnar format, "IPC Streaming Format"): a marker, the length of the metadata, the
/// metadata padded to 8 bytes, the body padded to 8 bytes.
/// </summary>
internal static class Framing
{
    /// <summary>The marker and the length.</summary>
    public const int PrefixSize = 8;

    /// <summary>What messages and buffers are aligned to.</summary>
    public const int Alignment = 8;

    private const uint Continuation = 0xFFFF_FFFF;

    public static int Padded(int length) => checked(length + Alignment - 1) & -Alignment;

    public static long Padded(long length) => checked(length + Alignment - 1) & -Alignment;

    /// <summary>Arrow's buffers are used as they lie, so their byte order must be the machine's.</summary>
    /// <exception cref="PlatformNotSupportedException">Numbers in memory are not as they are in Arrow's buffers.</exception>
    public static void RequireLittleEndian()
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("LabTest.Arrow is not supported on big-endian machines, use a little-endian one.");
    }

    /// <summary>Writes a prefix; a length of 0 marks the end of the stream.</summary>
    public static void WritePrefix(Span<byte> prefix, int metadataLength)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(prefix, Continuation);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[sizeof(uint)..], metadataLength);
    }

    /// <summary>The length of the metadata; 0 marks the end of the stream, which may also be 4 bytes of zeros.</summary>
    /// <exception cref="ArrowFormatException">No message begins there.</exception>
    public static int ReadPrefix(ReadOnlySpan<byte> prefix, long position)
    {
        var marker = BinaryPrimitives.ReadUInt32LittleEndian(prefix);
        if (marker == 0)
            return 0;
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix[sizeof(uint)..]);
        if (prefix.StartsWith(ArrowFile.Magic))
            throw new ArrowFormatException("What begins with ARROW1 is an Arrow file, not a stream; read it with ArrowFileReader.");
        if (marker != Continuation || length < 0)
            throw new ArrowFormatException($"At byte {position} an Arrow message should begin, but there stand {Convert.ToHexString(prefix)}.");
        return length;
    }

    /// <summary>The length of a body as memory can hold it.</summary>
    /// <exception cref="ArrowFormatException">It is 2 GiB or more.</exception>
    public static int BodyLength(long length) => length <= System.Array.MaxLength
        ? (int)length
        : throw new ArrowFormatException($"A message has a body of {length} bytes; LabTest.Arrow reads those below 2 GiB.");
}
