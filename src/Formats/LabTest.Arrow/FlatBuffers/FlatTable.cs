using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace LabTest.Arrow.FlatBuffers;

/// <summary>
/// A table of a FlatBuffer, read where it lies. Every place is checked against the buffer, so that a hostile one gives
/// <see cref="ArrowFormatException"/> and nothing else. Fields go by their number in the schema file, unions taking two.
/// </summary>
internal readonly ref struct FlatTable
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<byte> _slots;
    private readonly int _position;

    private FlatTable(ReadOnlySpan<byte> bytes, long position)
    {
        _bytes = bytes;
        _position = Checked(position, sizeof(int));
        var slots = Checked(position - BinaryPrimitives.ReadInt32LittleEndian(bytes[_position..]), sizeof(ushort));
        var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes[slots..]);
        _slots = bytes.Slice(Checked(slots, length), length);
    }

    /// <summary>The table that the buffer is about.</summary>
    public static FlatTable Root(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(uint))
            throw new ArrowFormatException($"Metadata of {bytes.Length} bytes is no FlatBuffer.");
        return new FlatTable(bytes, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
    }

    public byte Byte(int field, byte absent = 0) => Place(field, sizeof(byte)) is var p and > 0 ? _bytes[p] : absent;

    public bool Bool(int field) => Byte(field) != 0;

    public short Int16(int field, short absent = 0) =>
        Place(field, sizeof(short)) is var p and > 0 ? BinaryPrimitives.ReadInt16LittleEndian(_bytes[p..]) : absent;

    public int Int32(int field, int absent = 0) =>
        Place(field, sizeof(int)) is var p and > 0 ? BinaryPrimitives.ReadInt32LittleEndian(_bytes[p..]) : absent;

    public long Int64(int field, long absent = 0) =>
        Place(field, sizeof(long)) is var p and > 0 ? BinaryPrimitives.ReadInt64LittleEndian(_bytes[p..]) : absent;

    /// <summary>The table that a field points to, if it is there.</summary>
    public bool TryTable(int field, out FlatTable table)
    {
        var place = Place(field, sizeof(uint));
        table = place > 0 ? new FlatTable(_bytes, Target(place)) : default;
        return place > 0;
    }

    /// <summary>The text that a field points to, or <see langword="null"/>.</summary>
    public string? Text(int field, MetadataBudget budget)
    {
        var (start, length) = Vector(field, sizeof(byte));
        budget.Take(length);
        return start > 0 ? Encoding.UTF8.GetString(_bytes.Slice(start, length)) : null;
    }

    /// <summary>The structs that a field points to; none if it is absent.</summary>
    public ReadOnlySpan<T> Structs<T>(int field)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        var (start, length) = Vector(field, size);
        return MemoryMarshal.Cast<byte, T>(_bytes.Slice(start, length * size));
    }

    /// <summary>The number of tables in the vector that a field points to; 0 if it is absent.</summary>
    public int TableCount(int field) => Vector(field, sizeof(uint)).Length;

    /// <summary>A table of the vector that a field points to.</summary>
    public FlatTable TableAt(int field, int index) => new(_bytes, Target(Vector(field, sizeof(uint)).Start + index * sizeof(uint)));

    private (int Start, int Length) Vector(int field, int elementSize)
    {
        var place = Place(field, sizeof(uint));
        if (place == 0)
            return (0, 0);
        var vector = Checked(Target(place), sizeof(uint));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_bytes[vector..]);
        var start = Checked(vector + (long)sizeof(uint), (long)length * elementSize);
        return (start, (int)length);
    }

    private int Place(int field, int size)
    {
        var slot = 2 * sizeof(ushort) + field * sizeof(ushort);
        if (slot + sizeof(ushort) > _slots.Length)
            return 0;
        var offset = BinaryPrimitives.ReadUInt16LittleEndian(_slots[slot..]);
        return offset == 0 ? 0 : Checked(_position + offset, size);
    }

    private long Target(int place) => place + (long)BinaryPrimitives.ReadUInt32LittleEndian(_bytes[place..]);

    private int Checked(long position, long size) => position >= 0 && position + size <= _bytes.Length
        ? (int)position
        : throw new ArrowFormatException($"Metadata of {_bytes.Length} bytes points to its byte {position}.");
}
