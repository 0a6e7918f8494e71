using System.Numerics;
using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>
/// Makes arrays of a batch's metadata and body, without a copy. Everything that is needed to use them safely is checked: lengths,
/// offsets, views and indices; what the values say is not.
/// </summary>
internal sealed class BatchDecoder(DictionaryStore dictionaries)
{
    /// <summary>The columns of a batch.</summary>
    /// <exception cref="ArrowFormatException">The batch contradicts itself or its schema.</exception>
    public ArrayData[] Decode(ColumnPlan[] columns, BatchHeader header, ReadOnlyMemory<byte> body)
    {
        var cursor = new BatchCursor(header, body);
        var arrays = new ArrayData[columns.Length];
        for (var i = 0; i < arrays.Length; i++)
        {
            cursor.Column = columns[i].Field.Name;
            arrays[i] = Decode(columns[i], ref cursor);
            if (arrays[i].Length != header.Length)
                throw cursor.Fault($"it has {arrays[i].Length} values, but the batch {header.Length} rows");
        }

        return arrays;
    }

    private ArrayData Decode(ColumnPlan column, ref BatchCursor cursor)
    {
        var (length, nulls) = cursor.NextNode();
        if (column.Layout.Shape == LayoutShape.Null)
            return new ArrayData(column.Type, length, nullCount: length);

        var validity = cursor.NextValidity(length, nulls);
        switch (column.Layout.Shape)
        {
            case LayoutShape.Bits:
                return new ArrayData(column.Type, length, nulls, 0, [validity, cursor.NextBuffer(BitUtility.ByteCount(length))]);
            case LayoutShape.Fixed when column.Values is not null:
                return DecodeIndices(column, length, nulls, validity, ref cursor);
            case LayoutShape.Fixed:
                return new ArrayData(column.Type, length, nulls, 0, [validity, cursor.NextBuffer((long)length * column.Layout.Width)]);
            case LayoutShape.Variable:
                return DecodeVariable(column, length, nulls, validity, ref cursor);
            case LayoutShape.View:
                return DecodeViews(column, length, nulls, validity, ref cursor);
            case LayoutShape.List:
                return DecodeList(column, length, nulls, validity, ref cursor);
            default:
                return DecodeChildren(column, length, nulls, validity, ref cursor);
        }
    }

    private ArrayData DecodeIndices(ColumnPlan column, int length, int nulls, ArrowBuffer validity, ref BatchCursor cursor)
    {
        var indices = cursor.NextBuffer((long)length * column.Layout.Width);
        var dictionary = dictionaries.Current(column);
        var data = new ArrayData(column.Type, length, nulls, 0, [validity, indices], dictionary: dictionary);
        if (!IndexCheck.AllBelow(data, dictionary.Length))
            throw cursor.Fault($"an index lies outside its dictionary of {dictionary.Length} values");
        return data;
    }

    private static ArrayData DecodeVariable(ColumnPlan column, int length, int nulls, ArrowBuffer validity, ref BatchCursor cursor)
    {
        var offsets = cursor.NextOffsets(length, column.Layout.Width);
        var bytes = cursor.NextBuffer(0);
        CheckOffsets(offsets, column.Layout.Width, length, bytes.Length, ref cursor);
        return new ArrayData(column.Type, length, nulls, 0, [validity, offsets, bytes]);
    }

    private static ArrayData DecodeViews(ColumnPlan column, int length, int nulls, ArrowBuffer validity, ref BatchCursor cursor)
    {
        var buffers = new ArrowBuffer[2 + cursor.NextVariadicCount()];
        buffers[0] = validity;
        buffers[1] = cursor.NextBuffer((long)length * BinaryViews.ViewSize);
        for (var i = 2; i < buffers.Length; i++)
            buffers[i] = cursor.NextBuffer(0);

        var data = new ArrayData(column.Type, length, nulls, 0, buffers);
        if (!ViewCheck.AllInside(data))
            throw cursor.Fault("a view leaves its buffer");
        return data;
    }

    private ArrayData DecodeList(ColumnPlan column, int length, int nulls, ArrowBuffer validity, ref BatchCursor cursor)
    {
        var offsets = cursor.NextOffsets(length, column.Layout.Width);
        var child = Decode(column.Children[0], ref cursor);
        CheckOffsets(offsets, column.Layout.Width, length, child.Length, ref cursor);
        return new ArrayData(column.Type, length, nulls, 0, [validity, offsets], [child]);
    }

    private ArrayData DecodeChildren(ColumnPlan column, int length, int nulls, ArrowBuffer validity, ref BatchCursor cursor)
    {
        var children = new ArrayData[column.Children.Length];
        var least = column.Layout.Shape == LayoutShape.FixedList ? (long)length * column.Layout.Width : length;
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Decode(column.Children[i], ref cursor);
            if (children[i].Length < least)
                throw cursor.Fault($"{length} values of {column.Type} need {least} in each child, but one has {children[i].Length}");
        }

        return new ArrayData(column.Type, length, nulls, 0, [validity], children);
    }

    private static void CheckOffsets(ArrowBuffer offsets, int width, int length, int limit, ref BatchCursor cursor)
    {
        var inside = width == sizeof(int)
            ? Rise(offsets.As<int>()[..(length + 1)], limit)
            : Rise(offsets.As<long>()[..(length + 1)], limit);
        if (!inside)
            throw cursor.Fault($"its offsets do not rise from 0 to at most {limit}");
    }

    private static bool Rise<T>(ReadOnlySpan<T> offsets, int limit)
        where T : IBinaryInteger<T>
    {
        var last = T.Zero;
        foreach (var offset in offsets)
        {
            if (offset < last)
                return false;
            last = offset;
        }

        return last <= T.CreateTruncating(limit);
    }
}
