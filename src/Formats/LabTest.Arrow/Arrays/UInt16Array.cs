using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of unsigned 16-bit integers.</summary>
public sealed class UInt16Array : PrimitiveArray<ushort>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public UInt16Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(UInt16Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public UInt16Array(ArrayData data)
        : base(data, ArrowTypeId.UInt16)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<ushort, UInt16Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(UInt16Type.Default)
        {
        }

        private protected override UInt16Array Create(ArrayData data) => new(data);
    }
}
