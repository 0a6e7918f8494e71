using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of IEEE 754 binary64 numbers.</summary>
public sealed class DoubleArray : PrimitiveArray<double>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public DoubleArray(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(DoubleType.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public DoubleArray(ArrayData data)
        : base(data, ArrowTypeId.Double)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<double, DoubleArray, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(DoubleType.Default)
        {
        }

        private protected override DoubleArray Create(ArrayData data) => new(data);
    }
}
