using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of unsigned 64-bit integers.</summary>
public sealed class UInt64Array : PrimitiveArray<ulong>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public UInt64Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(UInt64Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public UInt64Array(ArrayData data)
        : base(data, ArrowTypeId.UInt64)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<ulong, UInt64Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(UInt64Type.Default)
        {
        }

        private protected override UInt64Array Create(ArrayData data) => new(data);
    }
}
