namespace LabTest.Arrow.Types;

/// <summary>The type of values that are all the same number of bytes.</summary>
public class FixedSizeBinaryType : FixedWidthType
{
    /// <summary>Makes the type of values of <paramref name="byteWidth"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="byteWidth"/> is negative or above 2^28 - 1.</exception>
    public FixedSizeBinaryType(int byteWidth)
        : this(ArrowTypeId.FixedSizedBinary, "fixed_size_binary", byteWidth)
    {
    }

    private protected FixedSizeBinaryType(ArrowTypeId typeId, string name, int byteWidth)
        : base(typeId, name, Checked(byteWidth) * 8)
    {
    }

    /// <summary>The number of bytes that a value takes.</summary>
    public int ByteWidth => BitWidth / 8;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}[{ByteWidth}]";

    private static int Checked(int byteWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(byteWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(byteWidth, int.MaxValue / 8);
        return byteWidth;
    }
}
