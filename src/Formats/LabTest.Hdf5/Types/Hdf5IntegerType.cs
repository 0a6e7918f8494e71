namespace LabTest.Hdf5;

/// <summary>A whole number.</summary>
public sealed class Hdf5IntegerType : Hdf5Type
{
    internal Hdf5IntegerType(int size, bool isSigned, Hdf5ByteOrder order)
        : this(size, isSigned, order, 0, 8 * size)
    {
        if (size is not (1 or 2 or 4 or 8))
            throw new ArgumentOutOfRangeException(nameof(size), size, "A whole number takes 1, 2, 4 or 8 bytes.");
    }

    internal Hdf5IntegerType(int size, bool isSigned, Hdf5ByteOrder order, int bitOffset, int precision)
    {
        Size = size;
        IsSigned = isSigned;
        ByteOrder = order;
        BitOffset = bitOffset;
        Precision = precision;
    }

    /// <inheritdoc/>
    public override int Size { get; }

    /// <summary>Whether it may be negative.</summary>
    public bool IsSigned { get; }

    /// <summary>The order of its bytes.</summary>
    public Hdf5ByteOrder ByteOrder { get; }

    /// <summary>How many of its bits count; fewer than <see cref="Size"/> holds only in files of special makers.</summary>
    public int Precision { get; }

    internal int BitOffset { get; }

    internal bool IsWhole => BitOffset == 0 && Precision == 8 * Size && Size is 1 or 2 or 4 or 8;

    /// <inheritdoc/>
    public override string ToString() => $"{(IsSigned ? "int" : "uint")}{8 * Size}{(ByteOrder == Hdf5ByteOrder.BigEndian ? " big-endian" : "")}";
}
