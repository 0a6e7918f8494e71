using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of unsigned 8-bit integers.</summary>
public sealed class UInt8Array : PrimitiveArray<byte>
{
    /// <summary>Makes an array of buffers that exist.</summary>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public UInt8Array(ArrowBuffer valueBuffer, ArrowBuffer nullBitmapBuffer, int length, int nullCount, int offset)
        : base(UInt8Type.Default, valueBuffer, nullBitmapBuffer, length, nullCount, offset)
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public UInt8Array(ArrayData data)
        : base(data, ArrowTypeId.UInt8)
    {
    }

    /// <summary>Collects values for an array.</summary>
    public sealed class Builder : PrimitiveArrayBuilder<byte, UInt8Array, Builder>
    {
        /// <summary>Makes a builder without values.</summary>
        public Builder()
            : base(UInt8Type.Default)
        {
        }

        private protected override UInt8Array Create(ArrayData data) => new(data);
    }
}
