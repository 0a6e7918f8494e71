using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of values that are all the same number of bytes. Decimal numbers are such values.</summary>
public class FixedSizeBinaryArray : Array
{
    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public FixedSizeBinaryArray(ArrayData data)
        : this(data, ArrowTypeId.FixedSizedBinary)
    {
    }

    private protected FixedSizeBinaryArray(ArrayData data, ArrowTypeId typeId)
        : base(data.Require(typeId))
    {
    }

    /// <summary>The buffer that the values lie in, one behind the other.</summary>
    public ArrowBuffer ValueBuffer => Data.Buffers[1];

    private protected int ByteWidth => ((FixedSizeBinaryType)Data.DataType).ByteWidth;

    /// <summary>The bytes of the value at <paramref name="index"/>; none for a null.</summary>
    public ReadOnlySpan<byte> GetBytes(int index) =>
        IsValid(Checked(index)) ? ValueBuffer.Span.Slice(checked((Offset + index) * ByteWidth), ByteWidth) : [];

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : FixedSizeBinaryArrayBuilder<FixedSizeBinaryArray, Builder>
    {
        /// <summary>Makes a builder for values of <paramref name="byteWidth"/> bytes.</summary>
        public Builder(int byteWidth)
            : base(new FixedSizeBinaryType(byteWidth))
        {
        }

        /// <summary>Appends a value.</summary>
        /// <exception cref="ArgumentException">The value has another number of bytes.</exception>
        public Builder Append(ReadOnlySpan<byte> span) => AppendBytes(span);

        private protected override FixedSizeBinaryArray Create(ArrayData data) => new(data);
    }
}
