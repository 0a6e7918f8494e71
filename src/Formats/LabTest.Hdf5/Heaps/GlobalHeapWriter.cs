using System.Buffers.Binary;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps;

/// <summary>
/// Adds objects to global heaps. A collection takes one page, so that objects can be added to it after a checkpoint by one write;
/// an object that is too large for a page gets a collection of its own, written once.
/// </summary>
internal sealed class GlobalHeapWriter(FileSink sink, Action<long> changed)
{
    private const int Capacity = Page.Size - GlobalHeapCollection.HeaderSize;

    private readonly Lock _gate = new();
    private readonly byte[] _page = new byte[Page.Size];
    private long _address = FileAddress.Undefined;
    private int _end;
    private uint _index;
    private bool _dirty;

    /// <summary>Adds an object; it is readable in the file after <see cref="Flush"/>.</summary>
    public HeapReference Insert(ReadOnlySpan<byte> bytes)
    {
        var size = GlobalHeapCollection.ObjectHeaderSize + (int)Bits.RoundUp(bytes.Length, 8);
        if (size > Capacity)
            return InsertAlone(bytes, size);

        lock (_gate)
        {
            if (_address == FileAddress.Undefined || _end + size > Page.Size)
                Begin();
            WriteObject(_page.AsSpan(_end), ++_index, bytes);
            _end += size;
            _dirty = true;
            return new HeapReference(_address, _index);
        }
    }

    /// <summary>Writes what was added since the last time, by one write inside one page.</summary>
    public void Flush()
    {
        lock (_gate)
            WritePage();
    }

    private void WritePage()
    {
        if (!_dirty)
            return;
        WriteFreeSpace(_page, _end);
        sink.Write(_address, _page);
        _dirty = false;
        changed(_address);
    }

    private void Begin()
    {
        WritePage();
        _address = sink.Allocate(Page.Size);
        _page.AsSpan().Clear();
        WriteHeader(_page);
        _end = GlobalHeapCollection.HeaderSize;
        _index = 0;
    }

    private HeapReference InsertAlone(ReadOnlySpan<byte> bytes, int size)
    {
        var collection = new byte[GlobalHeapCollection.HeaderSize + size];
        WriteHeader(collection);
        WriteObject(collection.AsSpan(GlobalHeapCollection.HeaderSize), 1, bytes);
        var address = sink.AllocateRaw(collection.Length);
        sink.Write(address, collection);
        return new HeapReference(address, 1);
    }

    private static void WriteHeader(Span<byte> collection)
    {
        "GCOL\x01\0\0\0"u8.CopyTo(collection);
        BinaryPrimitives.WriteInt64LittleEndian(collection[8..], collection.Length);
    }

    private static void WriteObject(Span<byte> target, uint index, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)index);
        BinaryPrimitives.WriteUInt16LittleEndian(target[2..], 1);
        BinaryPrimitives.WriteInt64LittleEndian(target[8..], bytes.Length);
        bytes.CopyTo(target[GlobalHeapCollection.ObjectHeaderSize..]);
    }

    private static void WriteFreeSpace(Span<byte> page, int end)
    {
        var left = page.Length - end;
        if (left < GlobalHeapCollection.ObjectHeaderSize)
            return;
        page[end..].Clear();
        BinaryPrimitives.WriteInt64LittleEndian(page[(end + 8)..], left);
    }
}
