using System.Numerics;
using System.Runtime.InteropServices;
using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>
/// Lays out the body of a batch: only what a sliced array uses (of views all they may point into), offsets from 0, no validity where
/// nothing is null.
/// </summary>
internal sealed class BatchEncoder
{
    private static readonly ReadOnlyMemory<byte> OneZeroOffset = new byte[sizeof(long)];

    private readonly List<FieldNode> _nodes = [];
    private readonly List<BufferPlace> _buffers = [];
    private readonly List<long> _variadicCounts = [];
    private readonly List<BodySegment> _segments = [];

    public ReadOnlySpan<FieldNode> Nodes => CollectionsMarshal.AsSpan(_nodes);

    public ReadOnlySpan<BufferPlace> Buffers => CollectionsMarshal.AsSpan(_buffers);

    public ReadOnlySpan<long> VariadicCounts => CollectionsMarshal.AsSpan(_variadicCounts);

    public ReadOnlySpan<BodySegment> Segments => CollectionsMarshal.AsSpan(_segments);

    /// <summary>The length of the body, padding included.</summary>
    public long BodyLength { get; private set; }

    public void Clear()
    {
        _nodes.Clear();
        _buffers.Clear();
        _variadicCounts.Clear();
        _segments.Clear();
        BodyLength = 0;
    }

    public void Add(ColumnPlan column, ArrayData data) => Add(column, data, data.Offset, data.Length);

    /// <summary>Adds some values of an array; the start counts from the beginning of its buffers.</summary>
    private void Add(ColumnPlan column, ArrayData data, int start, int length)
    {
        var nulls = data.CountNulls(start, length);
        _nodes.Add(new FieldNode(length, nulls));
        if (column.Layout.Shape == LayoutShape.Null)
            return;

        Append(nulls == 0 ? default : Bits(column, data.Buffers[0], start, length));
        switch (column.Layout.Shape)
        {
            case LayoutShape.Bits:
                Append(Bits(column, data.Buffers[1], start, length));
                break;
            case LayoutShape.Fixed:
                Append(BodySegment.Copy(Slice(column, data.Buffers[1], start, length, column.Layout.Width)));
                break;
            case LayoutShape.Variable:
                var (first, count) = AppendOffsets(column, data.Buffers[1], start, length);
                Append(BodySegment.Copy(Slice(column, data.Buffers[2], first, count, width: 1)));
                break;
            case LayoutShape.View:
                AppendViews(column, data, start, length);
                break;
            case LayoutShape.List:
                (first, count) = AppendOffsets(column, data.Buffers[1], start, length);
                AddChild(column, data, 0, first, count);
                break;
            case LayoutShape.FixedList:
                AddChild(column, data, 0, checked(start * column.Layout.Width), checked(length * column.Layout.Width));
                break;
            case LayoutShape.Struct:
                for (var i = 0; i < column.Children.Length; i++)
                    AddChild(column, data, i, start, length);
                break;
        }
    }

    private void AddChild(ColumnPlan column, ArrayData data, int index, int start, int length)
    {
        var child = data.Children[index];
        if (start + (long)length > child.Length)
            throw new ArgumentException($"A child of {column} has {child.Length} values; {start + (long)length} are needed.");
        Add(column.Children[index], child, child.Offset + start, length);
    }

    private (int First, int Count) AppendOffsets(ColumnPlan column, ArrowBuffer buffer, int start, int length)
    {
        // No values need no offsets; still one is written, as the format asks for.
        var width = column.Layout.Width;
        var offsets = length == 0 ? OneZeroOffset[..width] : Slice(column, buffer, start, length + 1, width);
        var (first, end) = width == sizeof(int) ? Ends<int>(offsets.Span) : Ends<long>(offsets.Span);
        if (first < 0 || end < first || end > int.MaxValue)
            throw new ArgumentException($"The offsets of {column} go from {first} to {end}; they must rise, from 0 or more to less than 2 GiB.");
        Append(first == 0 ? BodySegment.Copy(offsets) : BodySegment.Offsets(offsets, width));
        return ((int)first, (int)(end - first));
    }

    private static (long First, long End) Ends<T>(ReadOnlySpan<byte> offsets)
        where T : unmanaged, IBinaryInteger<T>
    {
        var values = MemoryMarshal.Cast<byte, T>(offsets);
        return (long.CreateChecked(values[0]), long.CreateChecked(values[^1]));
    }

    private void AppendViews(ColumnPlan column, ArrayData data, int start, int length)
    {
        Append(BodySegment.Copy(Slice(column, data.Buffers[1], start, length, BinaryViews.ViewSize)));
        for (var i = 2; i < data.Buffers.Length; i++)
            Append(BodySegment.Copy(data.Buffers[i].Memory));
        _variadicCounts.Add(data.Buffers.Length - 2);
    }

    private void Append(BodySegment segment)
    {
        _buffers.Add(new BufferPlace(BodyLength, segment.Length));
        _segments.Add(segment);
        BodyLength += Framing.Padded((long)segment.Length);
    }

    private static BodySegment Bits(ColumnPlan column, ArrowBuffer buffer, int start, int length) => start + (long)length <= buffer.Length * 8L
        ? BodySegment.Bits(buffer.Memory, start, length)
        : throw TooShort(column, buffer, $"{length} bits", start);

    private static ReadOnlyMemory<byte> Slice(ColumnPlan column, ArrowBuffer buffer, int start, int length, int width)
    {
        var (from, size) = ((long)start * width, (long)length * width);
        return from + size <= buffer.Length
            ? buffer.Memory.Slice((int)from, (int)size)
            : throw TooShort(column, buffer, $"{length} times {width} bytes", start);
    }

    private static ArgumentException TooShort(ColumnPlan column, ArrowBuffer buffer, string needed, int start) =>
        new($"A buffer of {column} has {buffer.Length} bytes, which do not hold {needed} from place {start}.");
}
