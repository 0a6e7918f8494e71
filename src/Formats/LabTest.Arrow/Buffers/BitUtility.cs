using System.Numerics;
using System.Runtime.InteropServices;

namespace LabTest.Arrow;

/// <summary>Bits in bytes, the least significant first (Arrow columnar format, "Validity bitmaps").</summary>
public static class BitUtility
{
    /// <summary>The bit at <paramref name="index"/>.</summary>
    public static bool GetBit(ReadOnlySpan<byte> data, int index) => ((data[index >> 3] >> (index & 7)) & 1) != 0;

    /// <summary>How many of the <paramref name="length"/> bits from <paramref name="offset"/> are 1.</summary>
    public static int CountBits(ReadOnlySpan<byte> data, int offset, int length)
    {
        var count = 0;
        for (; length > 0 && (offset & 7) != 0; offset++, length--)
            count += GetBit(data, offset) ? 1 : 0;

        var whole = data.Slice(offset >> 3, length >> 3);
        var words = MemoryMarshal.Cast<byte, ulong>(whole);
        foreach (var word in words)
            count += BitOperations.PopCount(word);
        foreach (var rest in whole[(words.Length * sizeof(ulong))..])
            count += BitOperations.PopCount(rest);

        for (var i = offset + whole.Length * 8; i < offset + length; i++)
            count += GetBit(data, i) ? 1 : 0;
        return count;
    }

    /// <summary>How many of all bits are 1.</summary>
    public static int CountBits(ReadOnlySpan<byte> data) => CountBits(data, 0, data.Length * 8);

    /// <summary>The bytes that hold so many bits.</summary>
    internal static int ByteCount(int bits) => (int)(((long)bits + 7) / 8);

    /// <summary>Copies bits to the start of <paramref name="destination"/>; the bits behind them in its last byte become 0.</summary>
    internal static void CopyBits(ReadOnlySpan<byte> source, int offset, int length, Span<byte> destination)
    {
        var bytes = ByteCount(length);
        source = source.Slice(offset >> 3, ByteCount((offset & 7) + length));
        var shift = offset & 7;
        if (shift == 0)
        {
            source[..bytes].CopyTo(destination);
        }
        else
        {
            for (var i = 0; i < bytes; i++)
            {
                var high = i + 1 < source.Length ? source[i + 1] : 0;
                destination[i] = (byte)((source[i] >> shift) | (high << (8 - shift)));
            }
        }

        if ((length & 7) != 0)
            destination[bytes - 1] &= (byte)((1 << (length & 7)) - 1);
    }
}
