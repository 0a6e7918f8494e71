using System.Numerics;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>The base of arrays of lists of any length: offsets into one child of elements.</summary>
/// <typeparam name="TOffset"><see cref="int"/> or <see cref="long"/>.</typeparam>
public abstract class VariableListArray<TOffset> : Array
    where TOffset : unmanaged, IBinaryInteger<TOffset>
{
    private IArrowArray? _values;

    private protected VariableListArray(ArrayData data, ArrowTypeId typeId)
        : base(data.Require(typeId))
    {
        if (data.Children.Length != 1)
            throw new ArgumentException($"An array of {data.DataType} has one child; {data.Children.Length} were given.", nameof(data));
    }

    /// <summary>The elements of all lists.</summary>
    public IArrowArray Values => _values ??= ArrowArrayFactory.BuildArray(Data.Children[0]);

    /// <summary>The buffer of offsets.</summary>
    public ArrowBuffer ValueOffsetsBuffer => Data.Buffers[1];

    /// <summary>Where each list begins in <see cref="Values"/>, and behind them where the last one ends.</summary>
    public ReadOnlySpan<TOffset> ValueOffsets => Data.Offsets<TOffset>(Offset, Length);

    /// <summary>The number of elements of the list at <paramref name="index"/>; 0 for a null.</summary>
    public int GetValueLength(int index) => Range(index).Length;

    /// <summary>The elements of the list at <paramref name="index"/>, or <see langword="null"/>.</summary>
    public IArrowArray? GetSlicedValues(int index)
    {
        var (start, length) = Range(index);
        return IsValid(index) ? ArrowArrayFactory.Slice(Values, start, length) : null;
    }

    private protected (int Start, int Length) Range(int index)
    {
        if (IsNull(Checked(index)))
            return default;
        var offsets = Data.Offsets<TOffset>(Offset + index, 1);
        var start = int.CreateTruncating(offsets[0]);
        return (start, int.CreateTruncating(offsets[1]) - start);
    }
}
