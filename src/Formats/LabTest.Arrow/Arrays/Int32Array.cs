using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of signed 32-bit integers.</summary>
public sealed class Int32Array : PrimitiveArray<int>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public Int32Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(Int32Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Int32Array(ArrayData data)
        : base(data, ArrowTypeId.Int32)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<int, Int32Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(Int32Type.Default)
        {
        }

        private protected override Int32Array Create(ArrayData data) => new(data);
    }
}
