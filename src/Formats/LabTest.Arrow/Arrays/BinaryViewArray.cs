using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of values of any number of bytes, held as views. Arrays of views are read and passed on, not built.</summary>
public class BinaryViewArray : Array
{
    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public BinaryViewArray(ArrayData data)
        : this(data, ArrowTypeId.BinaryView)
    {
    }

    private protected BinaryViewArray(ArrayData data, ArrowTypeId typeId)
        : base(data.Require(typeId))
    {
    }

    /// <summary>The bytes of the value at <paramref name="index"/>; none for a null.</summary>
    public ReadOnlySpan<byte> GetBytes(int index) => GetBytes(index, out _);

    /// <summary>The bytes of the value at <paramref name="index"/>.</summary>
    /// <param name="index">Which value.</param>
    /// <param name="isNull">Whether it is null; then there are no bytes.</param>
    public ReadOnlySpan<byte> GetBytes(int index, out bool isNull)
    {
        isNull = IsNull(Checked(index));
        return isNull ? [] : BinaryViews.Bytes(Data, index);
    }
}
