using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Heaps.Fractal;

/// <summary>
/// A fractal heap (specification III.G): the links or attributes of an object that has many. Objects are added at its end and never
/// removed; only the blocks at the end are in memory.
/// </summary>
internal sealed class FractalHeap
{
    private const int Managed = 0;
    private const int Huge = 1;
    private const int Tiny = 2;

    // No block is larger than a page, so that each can be overwritten by one write.
    private const int StartSize = 1024;
    private const int LargestObject = 960;

    private readonly FileSource _source;
    private readonly FileSink? _sink;
    private readonly HeapHeader _header;
    private readonly HeapPlan _plan;
    private IndirectBlock? _root;
    private DirectBlock? _last;
    private Tree? _huge;
    private int _generation;
    private bool _dirty;

    private FractalHeap(FileSource source, FileSink? sink, HeapHeader header)
    {
        _source = source;
        _sink = sink;
        _header = header;
        _plan = header.Plan;
    }

    public long Address => _header.Home.Address;

    /// <summary>A new heap.</summary>
    /// <param name="source">The file, for reading.</param>
    /// <param name="sink">The file, for writing.</param>
    /// <param name="idSize">7 for links, 8 for attributes: the records of their trees are made for that.</param>
    public static FractalHeap New(FileSource source, FileSink sink, int idSize)
    {
        var origin = source.Origin("fractal heap", 0);
        var plan = new HeapPlan(idSize, LargestObject, 4, StartSize, Page.Size, 8 * (idSize - 3), checksums: true, origin);
        return new FractalHeap(source, sink, new HeapHeader(plan, new Home())) { _dirty = true };
    }

    public static FractalHeap Open(FileSource source, FileSink? sink, long address) =>
        new(source, sink, HeapHeader.Read(source, address)) { _generation = 1 };

    /// <summary>Adds an object and gives its id.</summary>
    public byte[] Add(ReadOnlySpan<byte> content)
    {
        Place();
        _dirty = true;
        return content.Length > _plan.LargestManaged ? AddHuge(content) : AddManaged(content);
    }

    public ReadOnlyMemory<byte> Read(ReadOnlySpan<byte> id)
    {
        var reader = new ByteReader(id, _source.Sizes, _source.Origin("fractal heap", Address));
        int flags = reader.U8();
        switch ((flags >> 4) & 3)
        {
            case Managed:
                var offset = reader.Count(_plan.OffsetWidth);
                return ReadManaged(offset, reader.SmallCount(_plan.LengthWidth));
            case Huge when id.Length - 1 >= _source.Sizes.Address + _source.Sizes.Length:
                return ReadHuge(reader.Address(), reader.FileLength());
            case Huge:
                return ReadHuge(reader.Count(Math.Min(8, id.Length - 1)));
            case Tiny when id.Length > 17:
                return reader.Bytes((((flags & 15) << 8) | reader.U8()) + 1).ToArray();
            case Tiny:
                return reader.Bytes((flags & 15) + 1).ToArray();
            default:
                throw reader.Corrupt("an object's id is of an unknown kind");
        }
    }

    public void Flush(Commit commit)
    {
        if (!_dirty)
            return;
        Place();
        SaveLast(commit);
        if (_root?.Save(_plan, _sink!, _generation, commit, Address) == true)
            _header.Root = _root.Home.Address;
        if (_huge is not null)
        {
            _huge.Flush(commit, SwitchRank.Content);
            _header.HugeTree = _huge.Address;
        }

        _header.Home.Save(_header.Image(), _sink!, _generation, commit);
        _dirty = false;
        _generation++;
    }

    private void Place()
    {
        if (!_header.Home.IsPlaced)
            _header.Home.Save(_header.Image(), _sink!, _generation);
    }

    private byte[] AddManaged(ReadOnlySpan<byte> content)
    {
        if (_last is null || _last.Bytes.Length - _last.End < content.Length)
            AddBlock(content.Length);
        var offset = _last!.Add(content);
        _header.ManagedObjects++;
        _header.FreeSpace -= content.Length;

        var id = new ByteWriter(_plan.IdSize).U8(Managed << 4).Unsigned(offset, _plan.OffsetWidth).Unsigned(content.Length, _plan.LengthWidth);
        return id.Zeros(_plan.IdSize - id.Length).ToArray();
    }

    private byte[] AddHuge(ReadOnlySpan<byte> content)
    {
        _huge ??= _header.HugeTree == FileAddress.Undefined
            ? Tree.New(_source, _sink!, TreeType.HugeObject, HugeRecordSize)
            : Tree.Open(_source, _sink, _header.HugeTree, TreeType.HugeObject, HugeRecordSize);
        var address = _sink!.AllocateRaw(content.Length);
        _sink.Write(address, content);

        var number = ++_header.NextHugeId;
        var record = new ByteWriter(HugeRecordSize).Address(address).FileLength(content.Length).FileLength(number).ToArray();
        _huge.Put(found => number.CompareTo(HugeNumber(found)), record);
        _header.HugeObjects++;
        _header.HugeBytes += content.Length;
        return new ByteWriter(_plan.IdSize).U8(Huge << 4).Unsigned(number, _plan.IdSize - 1).ToArray();
    }

    private int HugeRecordSize => _source.Sizes.Address + 2 * _source.Sizes.Length;

    private long HugeNumber(ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record, _source.Sizes, _source.Origin("fractal heap", Address));
        reader.Skip(_source.Sizes.Address + _source.Sizes.Length);
        return reader.FileLength();
    }

    private byte[] ReadHuge(long number)
    {
        if (_huge is null && _header.HugeTree != FileAddress.Undefined)
            _huge = Tree.Open(_source, _sink, _header.HugeTree, TreeType.HugeObject, HugeRecordSize);
        var record = _huge?.Find(found => number.CompareTo(HugeNumber(found)))
            ?? throw _source.Origin("fractal heap", Address).Corrupt($"its large object {number} is missing");
        var reader = new ByteReader(record, _source.Sizes, _source.Origin("fractal heap", Address));
        return ReadHuge(reader.Address(), reader.FileLength());
    }

    private byte[] ReadHuge(long address, long size) => _source.Fetch(address, size, "large object of a fractal heap").Bytes;

    private ReadOnlyMemory<byte> ReadManaged(long offset, int length)
    {
        if (_last is { } last && offset >= last.Offset && offset < last.Offset + last.Bytes.Length)
            return last.Bytes.AsMemory((int)(offset - last.Offset), length);

        var block = Locate(offset);
        var at = offset - block.Offset;
        return at + length <= block.Bytes.Length
            ? block.Bytes.AsMemory((int)at, length)
            : throw _source.Origin("fractal heap", Address).Corrupt($"an object of {length} bytes leaves its block");
    }

    private DirectBlock Locate(long offset)
    {
        if (_header.RootRows == 0)
            return DirectBlock.Read(_source, _plan, _header.Root, 0, _plan.StartSize, Address);

        var block = Root();
        long start = 0;
        while (true)
        {
            var (row, column) = _plan.Find(offset - start);
            var entry = row * _plan.Width + column;
            if (entry >= block.Entries.Length)
                throw _source.Origin("fractal heap", Address).Corrupt($"the offset {offset} lies outside of it");
            start += _plan.RowOffset(row) + column * _plan.BlockSize(row);
            if (row < _plan.DirectRows)
                return DirectBlock.Read(_source, _plan, block.Entries[entry], start, _plan.BlockSize(row), Address);
            block = block.Growing is { } growing && growing.Entry == entry
                ? growing.Block
                : IndirectBlock.Read(_source, _plan, block.Entries[entry], start, _plan.RowsFor(_plan.BlockSize(row)), Address);
        }
    }

    private IndirectBlock Root() => _root ??= IndirectBlock.Read(_source, _plan, _header.Root, 0, _header.RootRows, Address);

    private void SaveLast(Commit? commit)
    {
        if (_last is null || !_last.Save(_plan, _sink!, _generation, commit))
            return;
        if (_header.RootRows == 0)
            _header.Root = _last.Home.Address;
        else
            SetEntry(_last.Offset, _last.Home.Address);
    }

    /// <summary>Adds the next block that is large enough; smaller ones on the way stay unused.</summary>
    private void AddBlock(int needed)
    {
        SaveLast(commit: null);
        if (_header.Root == FileAddress.Undefined)
        {
            AddFirstBlock();
            if (_last!.Bytes.Length - _last.End >= needed)
                return;
            SaveLast(commit: null);
        }

        if (_header.RootRows == 0)
            RaiseRoot();
        while (true)
        {
            var (start, size) = NextBlock();
            _header.Next = start + size;
            if (size - _plan.DirectOverhead(8) < needed)
                continue;
            _last = DirectBlock.New(_plan, start, (int)size, Address);
            _header.AllocatedSpace += size;
            return;
        }
    }

    private void AddFirstBlock()
    {
        _last = DirectBlock.New(_plan, 0, (int)_plan.StartSize, Address);
        _header.Root = 0;       // until the block has a place
        _header.RootRows = 0;
        _header.AllocatedSpace = _header.ManagedSpace = _plan.StartSize;
        _header.FreeSpace = _plan.StartSize - _plan.DirectOverhead(8);
    }

    private void RaiseRoot()
    {
        _root = IndirectBlock.New(_plan, 0, 1);
        _root.Entries[0] = _header.Root;
        _header.RootRows = 1;
        _header.Next = _plan.StartSize;
        _header.FreeSpace += (_plan.Width - 1) * (_plan.StartSize - _plan.DirectOverhead(8));
        _header.ManagedSpace = _plan.StartSize * _plan.Width;
    }

    /// <summary>Where the next direct block begins and how large it is; the root and the indirect blocks on the way are made.</summary>
    private (long Start, long Size) NextBlock()
    {
        var block = Root();
        long start = 0;
        while (true)
        {
            var (row, column) = _plan.Find(_header.Next - start);
            var entry = row * _plan.Width + column;
            if (entry >= block.Entries.Length)
                GrowRoot(block, row);
            start += _plan.RowOffset(row) + column * _plan.BlockSize(row);
            if (row < _plan.DirectRows)
                return (start, _plan.BlockSize(row));
            block = Below(block, entry, start, _plan.RowsFor(_plan.BlockSize(row)));
        }
    }

    private void GrowRoot(IndirectBlock root, int row)
    {
        if (row >= _plan.MostRows)
            throw new Hdf5Exception($"{_source.Name}: an object has more links or attributes than a fractal heap can hold.");
        var rows = Math.Min(Math.Max(2 * _header.RootRows, row + 1), _plan.MostRows);
        for (var added = _header.RootRows; added < rows; added++)
            _header.FreeSpace += _plan.Width * FreeIn(_plan.BlockSize(added), added);
        root.Grow(_plan, rows);
        _header.RootRows = rows;
        _header.ManagedSpace = _plan.RowOffset(rows);
    }

    private long FreeIn(long size, int row)
    {
        if (row < _plan.DirectRows)
            return size - _plan.DirectOverhead(8);
        long free = 0;
        for (var below = 0; below < _plan.RowsFor(size); below++)
            free += _plan.Width * FreeIn(_plan.BlockSize(below), below);
        return free;
    }

    private IndirectBlock Below(IndirectBlock parent, int entry, long start, int rows)
    {
        if (parent.Growing is { } growing)
        {
            if (growing.Entry == entry)
                return growing.Block;
            if (growing.Block.Save(_plan, _sink!, _generation, commit: null, Address))
            {
                parent.Entries[growing.Entry] = growing.Block.Home.Address;
                parent.IsDirty = true;
            }
        }

        var block = parent.Entries[entry] == FileAddress.Undefined
            ? IndirectBlock.New(_plan, start, rows)
            : IndirectBlock.Read(_source, _plan, parent.Entries[entry], start, rows, Address);
        parent.Growing = (entry, block);
        return block;
    }

    private void SetEntry(long offset, long address)
    {
        var block = Root();
        long start = 0;
        while (true)
        {
            var (row, column) = _plan.Find(offset - start);
            var entry = row * _plan.Width + column;
            start += _plan.RowOffset(row) + column * _plan.BlockSize(row);
            if (row < _plan.DirectRows)
            {
                block.Entries[entry] = address;
                block.IsDirty = true;
                return;
            }

            block = Below(block, entry, start, _plan.RowsFor(_plan.BlockSize(row)));
        }
    }
}
