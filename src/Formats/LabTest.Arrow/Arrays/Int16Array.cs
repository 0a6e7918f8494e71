using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of signed 16-bit integers.</summary>
public sealed class Int16Array : PrimitiveArray<short>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public Int16Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(Int16Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public Int16Array(ArrayData data)
        : base(data, ArrowTypeId.Int16)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<short, Int16Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(Int16Type.Default)
        {
        }

        private protected override Int16Array Create(ArrayData data) => new(data);
    }
}
