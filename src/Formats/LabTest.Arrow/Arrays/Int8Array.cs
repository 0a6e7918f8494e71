using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of signed 8-bit integers.</summary>
public sealed class Int8Array : PrimitiveArray<sbyte>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public Int8Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(Int8Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Int8Array(ArrayData data)
        : base(data, ArrowTypeId.Int8)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<sbyte, Int8Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(Int8Type.Default)
        {
        }

        private protected override Int8Array Create(ArrayData data) => new(data);
    }
}
