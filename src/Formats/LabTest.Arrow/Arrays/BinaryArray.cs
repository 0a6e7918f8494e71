using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of values of any number of bytes, with 32-bit offsets. <see cref="StringArray"/> is one of texts.</summary>
public class BinaryArray : VariableBinaryArray<int>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException"><paramref name="dataType"/> is not <see cref="BinaryType"/>.</exception>
    public BinaryArray(
        IArrowType dataType,
        int length,
        ArrowBuffer valueOffsetsBuffer,
        ArrowBuffer dataBuffer,
        ArrowBuffer nullBitmapBuffer,
        int nullCount = 0,
        int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer, valueOffsetsBuffer, dataBuffer]))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public BinaryArray(ArrayData data)
        : this(data, ArrowTypeId.Binary)
    {
    }

    private protected BinaryArray(ArrayData data, ArrowTypeId typeId)
        : base(data, typeId)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : VariableBinaryArrayBuilder<int, BinaryArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(BinaryType.Default)
        {
        }

        /// <summary>Appends values and nulls.</summary>
        public Builder AppendRange(IEnumerable<byte[]?> values) => AppendEach(values, AppendBytes);

        private protected override BinaryArray Create(ArrayData data) => new(data);
    }
}
