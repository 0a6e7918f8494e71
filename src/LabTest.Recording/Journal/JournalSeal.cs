using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace LabTest.Recording.Journal;

/// <summary>
/// The checksum of a line, its last member: <c>,"c":"1a2b3c4d"}</c>, the CRC-32C of all bytes before that comma as eight hexadecimal digits.
/// </summary>
internal static class JournalSeal
{
    private const int Digits = 8;
    private const int Length = Digits + 8;
    private static readonly StandardFormat Hexadecimal = new('x', Digits);

    /// <summary>Seals a line that is a JSON object, and ends it.</summary>
    public static void Close(ArrayBufferWriter<byte> line)
    {
        var crc = Crc32C.Of(line.WrittenSpan[..^1]);
        MemoryMarshal.AsMemory(line.WrittenMemory).Span[^1] = (byte)',';
        Span<byte> tail = stackalloc byte[Length];
        "\"c\":\""u8.CopyTo(tail);
        Utf8Formatter.TryFormat(crc, tail[5..], out _, Hexadecimal);
        "\"}\n"u8.CopyTo(tail[(5 + Digits)..]);
        line.Write(tail);
    }

    /// <summary>Whether a line ends with a checksum, and whether that is right.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <returns>Null if it has none.</returns>
    public static bool? Check(ReadOnlySpan<byte> line)
    {
        if (line.Length <= Length || !line[^Length..].StartsWith(",\"c\":\""u8) || !line.EndsWith("\"}"u8))
            return null;
        Span<byte> digits = stackalloc byte[Digits];
        Utf8Formatter.TryFormat(Crc32C.Of(line[..^Length]), digits, out _, Hexadecimal);
        return digits.SequenceEqual(line.Slice(line.Length - 2 - Digits, Digits));
    }
}
