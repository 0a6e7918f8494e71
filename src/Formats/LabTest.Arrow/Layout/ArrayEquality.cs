using System.Numerics;

namespace LabTest.Arrow.Layout;

/// <summary>
/// Whether arrays of one type hold the same values. Where they share memory this costs next to nothing. What stands where a value
/// is null counts too: arrays found to be the same are, while some found to be different may only differ in that.
/// </summary>
internal static class ArrayEquality
{
    /// <summary>Whether <paramref name="whole"/> begins with all values of <paramref name="part"/>.</summary>
    public static bool IsPrefix(ArrayData part, ArrayData whole) => ReferenceEquals(part, whole)
        || (part.Length <= whole.Length && Same(part, part.Offset, whole, whole.Offset, part.Length));

    /// <summary>Whether <paramref name="length"/> values are the same. The starts count from the beginnings of the buffers.</summary>
    private static bool Same(ArrayData a, int aStart, ArrayData b, int bStart, int length)
    {
        if (length == 0)
            return true;

        var layout = PhysicalLayout.Of(a.DataType);
        if (layout.Shape == LayoutShape.Null)
            return true;
        if (!SameValidity(a, aStart, b, bStart, length))
            return false;

        switch (layout.Shape)
        {
            case LayoutShape.Bits:
                return SameBits(a.Buffers[1].Span, aStart, b.Buffers[1].Span, bStart, length);
            case LayoutShape.Fixed:
                var bytes = length * layout.Width;
                return a.Buffers[1].Span.Slice(aStart * layout.Width, bytes).SequenceEqual(b.Buffers[1].Span.Slice(bStart * layout.Width, bytes))
                    && (a.Dictionary is null || IsPrefix(a.Dictionary, b.Dictionary!));
            case LayoutShape.Variable:
                return SameOffsets(a, aStart, b, bStart, length, layout.Width, out var aRange, out var bRange)
                    && a.Buffers[2].Span[aRange].SequenceEqual(b.Buffers[2].Span[bRange]);
            case LayoutShape.List:
                return SameOffsets(a, aStart, b, bStart, length, layout.Width, out aRange, out bRange)
                    && SameChild(a.Children[0], aRange.Start.Value, b.Children[0], bRange.Start.Value, aRange.End.Value - aRange.Start.Value);
            case LayoutShape.FixedList:
                return SameChild(a.Children[0], aStart * layout.Width, b.Children[0], bStart * layout.Width, length * layout.Width);
            case LayoutShape.Struct:
                for (var i = 0; i < a.Children.Length; i++)
                {
                    if (!SameChild(a.Children[i], aStart, b.Children[i], bStart, length))
                        return false;
                }

                return true;
            default:
                return SameViews(a.Slice(aStart - a.Offset, length), b.Slice(bStart - b.Offset, length));
        }
    }

    private static bool SameChild(ArrayData a, int aStart, ArrayData b, int bStart, int length) =>
        Same(a, a.Offset + aStart, b, b.Offset + bStart, length);

    private static bool SameValidity(ArrayData a, int aStart, ArrayData b, int bStart, int length)
    {
        var (aNulls, bNulls) = (a.CountNulls(aStart, length), b.CountNulls(bStart, length));
        return aNulls == bNulls && (aNulls == 0 || SameBits(a.Buffers[0].Span, aStart, b.Buffers[0].Span, bStart, length));
    }

    private static bool SameBits(ReadOnlySpan<byte> a, int aStart, ReadOnlySpan<byte> b, int bStart, int length)
    {
        var i = 0;
        if (((aStart | bStart) & 7) == 0)
        {
            i = length & ~7;
            if (!a.Slice(aStart >> 3, length >> 3).SequenceEqual(b.Slice(bStart >> 3, length >> 3)))
                return false;
        }

        for (; i < length; i++)
        {
            if (BitUtility.GetBit(a, aStart + i) != BitUtility.GetBit(b, bStart + i))
                return false;
        }

        return true;
    }

    private static bool SameOffsets(
        ArrayData a, int aStart, ArrayData b, int bStart, int length, int width, out Range aRange, out Range bRange) => width == sizeof(int)
        ? SameOffsets(a.Offsets<int>(aStart, length), b.Offsets<int>(bStart, length), out aRange, out bRange)
        : SameOffsets(a.Offsets<long>(aStart, length), b.Offsets<long>(bStart, length), out aRange, out bRange);

    private static bool SameOffsets<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, out Range aRange, out Range bRange)
        where T : unmanaged, IBinaryInteger<T>
    {
        aRange = int.CreateChecked(a[0])..int.CreateChecked(a[^1]);
        bRange = int.CreateChecked(b[0])..int.CreateChecked(b[^1]);
        if (a[0] == b[0])
            return a.SequenceEqual(b);

        var shift = b[0] - a[0];
        for (var i = 1; i < a.Length; i++)
        {
            if (a[i] + shift != b[i])
                return false;
        }

        return true;
    }

    private static bool SameViews(ArrayData a, ArrayData b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            var valid = a.NullCount == 0 || BitUtility.GetBit(a.Buffers[0].Span, a.Offset + i);
            if (valid && !BinaryViews.Bytes(a, i).SequenceEqual(BinaryViews.Bytes(b, i)))
                return false;
        }

        return true;
    }
}
