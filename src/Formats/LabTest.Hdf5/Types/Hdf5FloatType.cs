using LabTest.Hdf5.Types;

namespace LabTest.Hdf5;

/// <summary>A floating-point number.</summary>
public sealed class Hdf5FloatType : Hdf5Type
{
    internal Hdf5FloatType(int size, Hdf5ByteOrder order)
        : this(size, order, FloatLayout.Ieee(size) ?? throw new ArgumentOutOfRangeException(nameof(size), size, "An IEEE 754 number takes 2, 4 or 8 bytes."))
    {
    }

    internal Hdf5FloatType(int size, Hdf5ByteOrder order, FloatLayout layout)
    {
        Size = size;
        ByteOrder = order;
        Layout = layout;
    }

    /// <inheritdoc/>
    public override int Size { get; }

    /// <summary>The order of its bytes.</summary>
    public Hdf5ByteOrder ByteOrder { get; }

    /// <summary>Whether it is one of the IEEE 754 formats that C# knows as Half, float and double.</summary>
    public bool IsIeee => FloatLayout.Ieee(Size) == Layout;

    internal FloatLayout Layout { get; }

    /// <inheritdoc/>
    public override string ToString() => $"float{8 * Size}{(ByteOrder == Hdf5ByteOrder.BigEndian ? " big-endian" : "")}";
}
