using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of signed 64-bit integers.</summary>
public sealed class Int64Array : PrimitiveArray<long>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public Int64Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(Int64Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Int64Array(ArrayData data)
        : base(data, ArrowTypeId.Int64)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<long, Int64Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(Int64Type.Default)
        {
        }

        private protected override Int64Array Create(ArrayData data) => new(data);
    }
}
