using System.Buffers.Binary;
using System.Text;

namespace LabTest.Hdf5.Binary;

/// <summary>Reads little-endian fields one after another; whatever would leave the block is a <see cref="Hdf5FormatException"/>.</summary>
internal ref struct ByteReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly FormatSizes _sizes;

    public ByteReader(ReadOnlySpan<byte> bytes, FormatSizes sizes, BlockOrigin origin)
    {
        _bytes = bytes;
        _sizes = sizes;
        Origin = origin;
    }

    public readonly BlockOrigin Origin { get; }

    public readonly FormatSizes Sizes => _sizes;

    public int Position { get; private set; }

    public readonly int Length => _bytes.Length;

    public readonly int Remaining => _bytes.Length - Position;

    public byte U8() => Bytes(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public int I32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    /// <summary>An unsigned number of any width from 0 to 8 bytes.</summary>
    public ulong Unsigned(int width)
    {
        var bytes = Bytes(width);
        ulong value = 0;
        for (var i = width - 1; i >= 0; i--)
            value = (value << 8) | bytes[i];
        return value;
    }

    /// <summary>An unsigned number that must be representable as a non-negative <see cref="long"/>.</summary>
    public long Count(int width)
    {
        var value = Unsigned(width);
        return value <= long.MaxValue ? (long)value : throw Corrupt($"the count {value} is out of range");
    }

    /// <summary>A count that must be representable as a non-negative <see cref="int"/>.</summary>
    public int SmallCount(int width)
    {
        var value = Unsigned(width);
        return value <= int.MaxValue ? (int)value : throw Corrupt($"the count {value} is out of range");
    }

    /// <summary>An address as wide as the file's; <see cref="FileAddress.Undefined"/> where all bits are set.</summary>
    public long Address()
    {
        var value = Unsigned(_sizes.Address);
        if (value == AllOnes(_sizes.Address))
            return FileAddress.Undefined;
        return value <= long.MaxValue ? (long)value : throw Corrupt($"the address 0x{value:x} is out of range");
    }

    /// <summary>A length as wide as the file's.</summary>
    public long FileLength() => Count(_sizes.Length);

    /// <summary>A length where all bits set mean "unlimited" or "unknown": -1.</summary>
    public long FileLengthOrUnlimited()
    {
        var value = Unsigned(_sizes.Length);
        if (value == AllOnes(_sizes.Length))
            return -1;
        return value <= long.MaxValue ? (long)value : throw Corrupt($"the length {value} is out of range");
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if ((uint)count > (uint)Remaining)
            throw Corrupt($"it ends after {_bytes.Length} bytes where {(long)Position + count} are needed");
        var bytes = _bytes.Slice(Position, count);
        Position += count;
        return bytes;
    }

    /// <summary>The next bytes as a reader of their own.</summary>
    public ByteReader Part(int count) => new(Bytes(count), _sizes, Origin);

    public void Skip(int count) => Bytes(count);

    /// <summary>Skips to the next multiple of 8, counted from <paramref name="start"/>.</summary>
    public void AlignTo8(int start = 0) => Skip(-(Position - start) & 7);

    public void Signature(ReadOnlySpan<byte> wanted)
    {
        var found = Bytes(wanted.Length);
        if (!found.SequenceEqual(wanted))
            throw Corrupt($"the signature {Encoding.ASCII.GetString(wanted)} is missing");
    }

    public void Version(int wanted)
    {
        var found = U8();
        if (found != wanted)
            throw Corrupt($"its version is {found} where {wanted} is known");
    }

    /// <summary>Text up to a NUL, which is read as well.</summary>
    public string NulTerminated()
    {
        var length = _bytes[Position..].IndexOf((byte)0);
        if (length < 0)
            throw Corrupt("a text does not end");
        var text = Encoding.UTF8.GetString(Bytes(length));
        Skip(1);
        return text;
    }

    /// <summary>Checks the lookup3 checksum that follows and covers all bytes before it.</summary>
    public void Checksum()
    {
        var computed = Lookup3.Hash(_bytes[..Position]);
        var stored = U32();
        if (stored != computed)
            throw Corrupt($"its checksum is 0x{stored:x8} where 0x{computed:x8} is stored for these bytes");
    }

    public readonly Hdf5FormatException Corrupt(string problem) => Origin.Corrupt(problem);

    private static ulong AllOnes(int width) => width >= 8 ? ulong.MaxValue : (1UL << (8 * width)) - 1;
}
