using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LabTest.Hdf5.Filters;

/// <summary>Filter 2: the bytes of elements sorted by their place in the element.</summary>
internal sealed class ShuffleFilter(int elementSize) : ChunkFilter
{
    public const int Id = 2;

    public override PooledBytes Encode(ReadOnlySpan<byte> input)
    {
        var output = new PooledBytes(input.Length, input.Length);
        Shuffle(input, output.Span);
        return output;
    }

    public override PooledBytes Decode(PooledBytes input, int limit)
    {
        using (input)
        {
            var output = new PooledBytes(input.Length, input.Length);
            Unshuffle(input.Span, output.Span);
            return output;
        }
    }

    private void Shuffle(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var count = input.Length / elementSize;
        if (elementSize == 2)
        {
            ShufflePairs(MemoryMarshal.Cast<byte, ushort>(input[..(2 * count)]), output[..count], output.Slice(count, count));
        }
        else
        {
            for (var plane = 0; plane < elementSize; plane++)
            {
                var target = output.Slice(plane * count, count);
                for (int i = 0, at = plane; i < target.Length; i++, at += elementSize)
                    target[i] = input[at];
            }
        }

        input[(count * elementSize)..].CopyTo(output[(count * elementSize)..]);
    }

    private void Unshuffle(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var count = input.Length / elementSize;
        if (elementSize == 2)
        {
            UnshufflePairs(input[..count], input.Slice(count, count), MemoryMarshal.Cast<byte, ushort>(output[..(2 * count)]));
        }
        else
        {
            for (var plane = 0; plane < elementSize; plane++)
            {
                var source = input.Slice(plane * count, count);
                for (int i = 0, at = plane; i < source.Length; i++, at += elementSize)
                    output[at] = source[i];
            }
        }

        input[(count * elementSize)..].CopyTo(output[(count * elementSize)..]);
    }

    private static void ShufflePairs(ReadOnlySpan<ushort> input, Span<byte> low, Span<byte> high)
    {
        var i = 0;
        for (; i + 2 * Vector256<ushort>.Count <= input.Length; i += 2 * Vector256<ushort>.Count)
        {
            var first = Vector256.Create(input[i..]);
            var second = Vector256.Create(input[(i + Vector256<ushort>.Count)..]);
            Vector256.Narrow(first & Vector256.Create((ushort)0xff), second & Vector256.Create((ushort)0xff)).CopyTo(low[i..]);
            Vector256.Narrow(first >>> 8, second >>> 8).CopyTo(high[i..]);
        }

        for (; i < input.Length; i++)
        {
            low[i] = (byte)input[i];
            high[i] = (byte)(input[i] >> 8);
        }
    }

    private static void UnshufflePairs(ReadOnlySpan<byte> low, ReadOnlySpan<byte> high, Span<ushort> output)
    {
        var i = 0;
        for (; i + Vector256<byte>.Count <= low.Length; i += Vector256<byte>.Count)
        {
            var lows = Vector256.Create(low[i..]);
            var highs = Vector256.Create(high[i..]);
            (Vector256.WidenLower(lows) | (Vector256.WidenLower(highs) << 8)).CopyTo(output[i..]);
            (Vector256.WidenUpper(lows) | (Vector256.WidenUpper(highs) << 8)).CopyTo(output[(i + Vector256<ushort>.Count)..]);
        }

        for (; i < low.Length; i++)
            output[i] = (ushort)(low[i] | (high[i] << 8));
    }
}
