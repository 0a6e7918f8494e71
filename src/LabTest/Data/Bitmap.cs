using System.Numerics;

namespace LabTest.Data;

/// <summary>Bits in Arrow's order: least significant bit first.</summary>
internal static class Bitmap
{
    public static int BytesFor(int bits) => (bits + 7) / 8;

    public static bool Get(ReadOnlySpan<byte> bitmap, int index) => (bitmap[index >> 3] >> (index & 7) & 1) != 0;

    public static void Set(Span<byte> bitmap, int index) => bitmap[index >> 3] |= (byte)(1 << (index & 7));

    public static int Count(ReadOnlySpan<byte> bitmap, int bits)
    {
        var count = 0;
        for (var i = 0; i < bits >> 3; i++)
            count += BitOperations.PopCount(bitmap[i]);
        if ((bits & 7) != 0)
            count += BitOperations.PopCount(bitmap[bits >> 3] & (uint)((1 << (bits & 7)) - 1));
        return count;
    }

    public static byte[] From(ReadOnlySpan<bool> flags)
    {
        var bitmap = new byte[BytesFor(flags.Length)];
        for (var i = 0; i < flags.Length; i++)
        {
            if (flags[i])
                Set(bitmap, i);
        }

        return bitmap;
    }
}
