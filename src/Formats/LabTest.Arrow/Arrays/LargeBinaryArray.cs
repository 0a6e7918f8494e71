using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of values of any number of bytes, with 64-bit offsets. <see cref="LargeStringArray"/> is one of texts.</summary>
public class LargeBinaryArray : VariableBinaryArray<long>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException"><paramref name="dataType"/> is not <see cref="LargeBinaryType"/>.</exception>
    public LargeBinaryArray(
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
    public LargeBinaryArray(ArrayData data)
        : this(data, ArrowTypeId.LargeBinary)
    {
    }

    private protected LargeBinaryArray(ArrayData data, ArrowTypeId typeId)
        : base(data, typeId)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : VariableBinaryArrayBuilder<long, LargeBinaryArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(LargeBinaryType.Default)
        {
        }

        /// <summary>Appends values and nulls.</summary>
        public Builder AppendRange(IEnumerable<byte[]?> values) => AppendEach(values, AppendBytes);

        private protected override LargeBinaryArray Create(ArrayData data) => new(data);
    }
}
