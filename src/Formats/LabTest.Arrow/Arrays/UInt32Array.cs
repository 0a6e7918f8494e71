using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of unsigned 32-bit integers.</summary>
public sealed class UInt32Array : PrimitiveArray<uint>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public UInt32Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(UInt32Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public UInt32Array(ArrayData data)
        : base(data, ArrowTypeId.UInt32)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<uint, UInt32Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(UInt32Type.Default)
        {
        }

        private protected override UInt32Array Create(ArrayData data) => new(data);
    }
}
