using System.Buffers.Binary;

namespace LabTest.Hdf5.Binary;

/// <summary>Writes little-endian fields one after another into a buffer that grows.</summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private byte[] _buffer = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    public ByteWriter U8(int value)
    {
        Next(1)[0] = (byte)value;
        return this;
    }

    public ByteWriter U16(int value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(Next(2), (ushort)value);
        return this;
    }

    public ByteWriter U32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Next(4), value);
        return this;
    }

    public ByteWriter U64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Next(8), value);
        return this;
    }

    /// <summary>An unsigned number in as many bytes as told, or -1 as all bits set.</summary>
    public ByteWriter Unsigned(long value, int width)
    {
        var target = Next(width);
        for (var i = 0; i < width; i++)
            target[i] = (byte)(value >> Math.Min(8 * i, 63));
        return this;
    }

    public ByteWriter Address(long value) => U64((ulong)value);

    public ByteWriter FileLength(long value) => U64((ulong)value);

    public ByteWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Next(bytes.Length));
        return this;
    }

    public ByteWriter Zeros(int count)
    {
        Next(count).Clear();
        return this;
    }

    /// <summary>Pads with zeros to a multiple of 8, counted from <paramref name="start"/>.</summary>
    public ByteWriter AlignTo8(int start = 0) => Zeros(-(Length - start) & 7);

    /// <summary>The lookup3 checksum of all bytes from <paramref name="start"/> to here.</summary>
    public ByteWriter Checksum(int start = 0) => U32(Lookup3.Hash(Written[start..]));

    /// <summary>Turns the order of all bytes from <paramref name="start"/> to here.</summary>
    public void Reverse(int start) => _buffer.AsSpan(start, Length - start).Reverse();

    private Span<byte> Next(int count)
    {
        if (_buffer.Length - Length < count)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));
        var span = _buffer.AsSpan(Length, count);
        Length += count;
        return span;
    }
}
