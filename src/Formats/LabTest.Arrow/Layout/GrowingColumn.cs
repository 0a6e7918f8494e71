using System.Numerics;
using System.Runtime.InteropServices;

namespace LabTest.Arrow.Layout;

/// <summary>
/// Values of one type to which others are appended, at a cost that goes by what is appended. What was handed out stays as it is
/// and shares memory with what comes later.
/// </summary>
internal sealed class GrowingColumn
{
    private readonly ColumnPlan _plan;
    private readonly ValidityBuilder _validity = new();
    private readonly ArrowBuffer.BitmapBuilder _bits = new(capacity: 0);
    private readonly GrowingBuffer _values = new();
    private readonly GrowingBuffer _bytes = new();
    private readonly GrowingColumn[] _children;
    private ArrayData? _dictionary;

    public GrowingColumn(ColumnPlan plan)
    {
        _plan = plan;
        _children = System.Array.ConvertAll(plan.Children, child => new GrowingColumn(child));
        if (plan.Layout.Shape is LayoutShape.Variable or LayoutShape.List)
            _values.Extend(plan.Layout.Width).Clear();
    }

    /// <summary>The values so far.</summary>
    public ArrayData Snapshot() => _plan.Layout.Shape switch
    {
        LayoutShape.Null => new ArrayData(_plan.Type, _validity.Length, _validity.Length),
        LayoutShape.Bits => Snapshot([_validity.Snapshot(), _bits.Snapshot()]),
        LayoutShape.Fixed or LayoutShape.List or LayoutShape.View => Snapshot([_validity.Snapshot(), new ArrowBuffer(_values.Snapshot)]),
        LayoutShape.Variable => Snapshot([_validity.Snapshot(), new ArrowBuffer(_values.Snapshot), new ArrowBuffer(_bytes.Snapshot)]),
        _ => Snapshot([_validity.Snapshot()]),
    };

    /// <summary>Appends the values of an array.</summary>
    /// <exception cref="NotSupportedException">The values are views, or dictionary-encoded with another dictionary than before.</exception>
    public void Append(ArrayData data) => Append(data, data.Offset, data.Length);

    private void Append(ArrayData data, int offset, int length)
    {
        // No values change nothing, whatever dictionary they come with.
        if (length == 0)
            return;

        AppendValidity(data, offset, length);
        switch (_plan.Layout.Shape)
        {
            case LayoutShape.Bits:
                for (var i = offset; i < offset + length; i++)
                    _bits.Append(BitUtility.GetBit(data.Buffers[1].Span, i));
                break;
            case LayoutShape.Fixed:
                var width = _plan.Layout.Width;
                _values.Append(data.Buffers[1].Span.Slice(offset * width, length * width));
                GrowDictionary(data.Dictionary);
                break;
            case LayoutShape.Variable:
                var (start, end) = AppendOffsets(data, offset, length);
                _bytes.Append(data.Buffers[2].Span[start..end]);
                break;
            case LayoutShape.List:
                var (first, behind) = AppendOffsets(data, offset, length);
                _children[0].Append(data.Children[0], data.Children[0].Offset + first, behind - first);
                break;
            case LayoutShape.FixedList:
                var size = _plan.Layout.Width;
                _children[0].Append(data.Children[0], data.Children[0].Offset + offset * size, length * size);
                break;
            case LayoutShape.Struct:
                for (var i = 0; i < _children.Length; i++)
                    _children[i].Append(data.Children[i], data.Children[i].Offset + offset, length);
                break;
            case LayoutShape.View:
                throw new NotSupportedException($"Arrays of {_plan.Type} are not joined.");
        }
    }

    private void AppendValidity(ArrayData data, int offset, int length)
    {
        _ = checked(_validity.Length + length);
        if (_plan.Layout.Shape == LayoutShape.Null || data.CountNulls(offset, length) == 0)
        {
            _validity.AppendValid(length);
            return;
        }

        var bits = data.Buffers[0].Span;
        for (var i = offset; i < offset + length; i++)
        {
            if (BitUtility.GetBit(bits, i))
                _validity.AppendValid();
            else
                _validity.AppendNull();
        }
    }

    private (int Start, int End) AppendOffsets(ArrayData data, int offset, int length) => _plan.Layout.Width == sizeof(int)
        ? AppendOffsets(data.Offsets<int>(offset, length))
        : AppendOffsets(data.Offsets<long>(offset, length));

    private (int Start, int End) AppendOffsets<T>(ReadOnlySpan<T> offsets)
        where T : unmanaged, IBinaryInteger<T>
    {
        var shift = MemoryMarshal.Cast<byte, T>(_values.Span)[^1] - offsets[0];
        foreach (var offset in offsets[1..])
            _values.Append(checked(offset + shift));
        return (int.CreateChecked(offsets[0]), int.CreateChecked(offsets[^1]));
    }

    private void GrowDictionary(ArrayData? dictionary)
    {
        if (_dictionary is not null && !ArrayEquality.IsPrefix(_dictionary, dictionary!))
            throw new NotSupportedException($"Arrays of {_plan.Type} with different dictionaries are not joined.");
        _dictionary = dictionary;
    }

    private ArrayData Snapshot(ArrowBuffer[] buffers) => new(
        _plan.Type,
        _validity.Length,
        _validity.NullCount,
        0,
        buffers,
        System.Array.ConvertAll(_children, child => child.Snapshot()),
        _plan.Values is null ? null : _dictionary ?? new GrowingColumn(_plan.Values).Snapshot());
}
