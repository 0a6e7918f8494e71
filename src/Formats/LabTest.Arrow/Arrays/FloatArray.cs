using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of IEEE 754 binary32 numbers.</summary>
public sealed class FloatArray : PrimitiveArray<float>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public FloatArray(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(FloatType.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public FloatArray(ArrayData data)
        : base(data, ArrowTypeId.Float)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<float, FloatArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(FloatType.Default)
        {
        }

        private protected override FloatArray Create(ArrayData data) => new(data);
    }
}
