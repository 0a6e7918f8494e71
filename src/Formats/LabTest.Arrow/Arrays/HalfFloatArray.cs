using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of IEEE 754 binary16 numbers.</summary>
public sealed class HalfFloatArray : PrimitiveArray<Half>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public HalfFloatArray(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(HalfFloatType.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public HalfFloatArray(ArrayData data)
        : base(data, ArrowTypeId.HalfFloat)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<Half, HalfFloatArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(HalfFloatType.Default)
        {
        }

        private protected override HalfFloatArray Create(ArrayData data) => new(data);
    }
}
