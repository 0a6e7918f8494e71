using System.Numerics;
using System.Text;
using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>The base of arrays of values of any number of bytes: offsets into one run of bytes.</summary>
/// <typeparam name="TOffset"><see cref="int"/> or <see cref="long"/>.</typeparam>
public abstract class VariableBinaryArray<TOffset> : Array
    where TOffset : unmanaged, IBinaryInteger<TOffset>
{
    private protected VariableBinaryArray(ArrayData data, ArrowTypeId typeId)
        : base(data.Require(typeId))
    {
    }

    /// <summary>The buffer of offsets.</summary>
    public ArrowBuffer ValueOffsetsBuffer => Data.Buffers[1];

    /// <summary>The buffer of bytes.</summary>
    public ArrowBuffer ValueBuffer => Data.Buffers[2];

    /// <summary>Where each value begins in <see cref="Values"/>, and behind them where the last one ends.</summary>
    public ReadOnlySpan<TOffset> ValueOffsets => Data.Offsets<TOffset>(Offset, Length);

    /// <summary>The bytes of all values.</summary>
    public ReadOnlySpan<byte> Values => ValueBuffer.Span;

    /// <summary>The number of bytes of the value at <paramref name="index"/>; 0 for a null.</summary>
    public int GetValueLength(int index) => GetBytes(index).Length;

    /// <summary>The bytes of the value at <paramref name="index"/>; none for a null.</summary>
    public ReadOnlySpan<byte> GetBytes(int index) => GetBytes(index, out _);

    /// <summary>The bytes of the value at <paramref name="index"/>.</summary>
    /// <param name="index">Which value.</param>
    /// <param name="isNull">Whether it is null; then there are no bytes.</param>
    public ReadOnlySpan<byte> GetBytes(int index, out bool isNull)
    {
        isNull = IsNull(Checked(index));
        if (isNull)
            return [];
        var offsets = Data.Offsets<TOffset>(Offset + index, 1);
        var start = int.CreateTruncating(offsets[0]);
        return Values.Slice(start, int.CreateTruncating(offsets[1]) - start);
    }

    private protected string? GetText(int index)
    {
        var bytes = GetBytes(index, out var isNull);
        return isNull ? null : Encoding.UTF8.GetString(bytes);
    }
}
