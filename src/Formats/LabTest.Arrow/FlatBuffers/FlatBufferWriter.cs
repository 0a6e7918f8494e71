using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace LabTest.Arrow.FlatBuffers;

/// <summary>
/// Writes a FlatBuffer from its end towards its beginning, as the format wants it: what is pointed to comes first. What is written
/// is named by its distance from the end, which stays as the buffer grows. The memory is kept from one buffer to the next.
/// </summary>
internal sealed class FlatBufferWriter
{
    /// <summary>The widest alignment that Arrow's metadata needs; the length of every buffer is a multiple of it.</summary>
    private const int Alignment = 8;

    private readonly int[] _fields = new int[16];
    private byte[] _bytes = new byte[1024];
    private int _head = 1024;
    private int _fieldCount;
    private int _tableEnd;

    private int Written => _bytes.Length - _head;

    /// <summary>Begins a new buffer; the last one's memory is used again.</summary>
    public void Clear() => _head = _bytes.Length;

    public int Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Align(sizeof(int), length + 1);
        Take(1)[0] = 0;
        Encoding.UTF8.GetBytes(text, Take(length));
        return WriteLength(length);
    }

    /// <summary>A vector of tables or texts, named by their distances.</summary>
    public int Vector(ReadOnlySpan<int> targets)
    {
        Align(sizeof(int), targets.Length * sizeof(int));
        for (var i = targets.Length - 1; i >= 0; i--)
            WriteOffset(targets[i]);
        return WriteLength(targets.Length);
    }

    /// <summary>A vector of structs, which must hold nothing but little-endian numbers, widest first.</summary>
    public int Structs<T>(ReadOnlySpan<T> structs)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(structs);
        Align(sizeof(int), bytes.Length);
        Align(Alignment, bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
        return WriteLength(structs.Length);
    }

    /// <summary>Begins a table; until <see cref="EndTable"/> only its fields are written.</summary>
    public void StartTable(int fieldCount)
    {
        _fieldCount = fieldCount;
        System.Array.Clear(_fields, 0, fieldCount);
        _tableEnd = Written;
    }

    /// <summary>A number of 1, 2, 4 or 8 bytes. Numbers that equal the schema's default may be left out.</summary>
    public void Number<T>(int field, T value)
        where T : unmanaged
    {
        Align(Unsafe.SizeOf<T>());
        MemoryMarshal.Write(Take(Unsafe.SizeOf<T>()), in value);
        _fields[field] = Written;
    }

    public void Bool(int field, bool value) => Number(field, value ? (byte)1 : (byte)0);

    /// <summary>A pointer to what was written before; 0 leaves the field out.</summary>
    public void Offset(int field, int target)
    {
        if (target == 0)
            return;
        Align(sizeof(int));
        WriteOffset(target);
        _fields[field] = Written;
    }

    public int EndTable()
    {
        Align(sizeof(int));
        Take(sizeof(int));
        var table = Written;

        var last = _fieldCount;
        while (last > 0 && _fields[last - 1] == 0)
            last--;
        for (var i = last - 1; i >= 0; i--)
            BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), (ushort)(_fields[i] == 0 ? 0 : table - _fields[i]));
        BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), (ushort)(table - _tableEnd));
        BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), (ushort)((2 + last) * sizeof(ushort)));

        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_bytes.Length - table), Written - table);
        return table;
    }

    /// <summary>Ends the buffer and gives it; it is good until <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Finish(int root)
    {
        Align(Alignment, sizeof(int));
        WriteOffset(root);
        return _bytes.AsSpan(_head);
    }

    private int WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), length);
        return Written;
    }

    private void WriteOffset(int target)
    {
        var place = Written + sizeof(int);
        BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), place - target);
    }

    /// <summary>Pads so that, once <paramref name="following"/> more bytes are written, a value of <paramref name="size"/> bytes is aligned.</summary>
    private void Align(int size, int following = 0)
    {
        var padding = -(Written + following) & (size - 1);
        if (padding > 0)
            Take(padding).Clear();
    }

    private Span<byte> Take(int count)
    {
        if (count > _head)
            Grow(count);
        _head -= count;
        return _bytes.AsSpan(_head, count);
    }

    private void Grow(int count)
    {
        var larger = new byte[Math.Min(Math.Max(2L * _bytes.Length, (long)Written + count), System.Array.MaxLength)];
        _bytes.AsSpan(_head).CopyTo(larger.AsSpan(larger.Length - Written));
        _head = larger.Length - Written;
        _bytes = larger;
    }
}
