using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>
/// The chunk index of a dataset with one unlimited dimension. Only the blocks used last are in memory, so that a dataset of many
/// millions of chunks costs no more than one of a few.
/// </summary>
internal sealed class ExtensibleArrayIndex : ChunkIndex
{
    private const int MostBlocks = 4;

    private readonly FileSource _source;
    private readonly FileSink? _sink;
    private readonly ChunkGrid _grid;
    private readonly ChunkElements _codec;
    private readonly ArrayHeader _header;
    private readonly BlockOrigin _origin;
    private readonly Dictionary<(int Super, int Block), DataBlock> _blocks = [];
    private readonly Dictionary<int, SuperBlock> _superBlocks = [];
    private IndexBlock? _index;
    private bool _indexDirty;
    private bool _headerDirty;
    private int _generation;
    private long _clock;

    private ExtensibleArrayIndex(FileSource source, FileSink? sink, ChunkGrid grid, ChunkElements codec, ArrayHeader header)
    {
        _source = source;
        _sink = sink;
        _grid = grid;
        _codec = codec;
        _header = header;
        _origin = source.Origin("extensible array", header.Home.Address);
    }

    public override ChunkIndexKind Kind => _header.Plan.Parameters;

    public override long Address => _header.Home.Address;

    public static ExtensibleArrayIndex New(FileSource source, FileSink sink, ChunkGrid grid, ChunkElements codec)
    {
        var plan = new ArrayPlan(ChunkIndexKind.ExtensibleArray.Usual, source.Origin("extensible array", 0));
        var header = new ArrayHeader(plan, new ArrayStatistics(), FileAddress.Undefined, new Home());
        return new ExtensibleArrayIndex(source, sink, grid, codec, header) { _headerDirty = true };
    }

    public static ExtensibleArrayIndex Open(FileSource source, FileSink? sink, ChunkGrid grid, ChunkElements codec, long address) =>
        new(source, sink, grid, codec, ArrayHeader.Read(source, address, codec)) { _generation = 1 };

    public override ChunkEntry Find(ReadOnlySpan<long> place)
    {
        var number = _grid.Number(place);
        if (number >= _header.Statistics.End || Index(create: false) is not { } index)
            return ChunkEntry.Missing;
        if (number < _header.Plan.Parameters.IndexElements)
            return _codec.Read(Element(index.Elements, (int)number), _origin);

        var element = number - _header.Plan.Parameters.IndexElements;
        return Locate(element, create: false) is { } block
            ? _codec.Read(block.Element(element), _origin)
            : ChunkEntry.Missing;
    }

    public override void Check(ReadOnlySpan<long> place)
    {
        var element = _grid.Number(place) - _header.Plan.Parameters.IndexElements;
        if (element >= 0 && _header.Plan.SuperBlockOf(element) >= _header.Plan.SuperBlocks)
            throw new Hdf5Exception($"{_source.Name}: a dataset has more chunks than its index can hold ({1L << _header.Plan.Parameters.MaxBits}).");
    }

    public override void Set(ReadOnlySpan<long> place, ChunkEntry entry)
    {
        Check(place);
        var number = _grid.Number(place);
        var index = Index(create: true)!;
        if (number < _header.Plan.Parameters.IndexElements)
        {
            _codec.Write(entry, Element(index.Elements, (int)number));
            _indexDirty = true;
        }
        else
        {
            var element = number - _header.Plan.Parameters.IndexElements;
            _codec.Write(entry, Locate(element, create: true)!.Change(element));
        }

        if (number >= _header.Statistics.End)
        {
            _header.Statistics.End = number + 1;
            _headerDirty = true;
        }
    }

    public override void Flush(Commit commit)
    {
        PlaceHeader();
        foreach (var (key, block) in _blocks)
            Save(key, block, commit);
        foreach (var super in _superBlocks.Values)
            Save(super, commit);
        if (_indexDirty)
        {
            if (_index!.Home.Save(_index.Image(_codec.Client, Address), _sink!, _generation, commit))
            {
                _header.IndexBlock = _index.Home.Address;
                _headerDirty = true;
            }

            _indexDirty = false;
        }

        if (_headerDirty)
            _header.Home.Save(_header.Image(_codec), _sink!, _generation, commit);
        _headerDirty = false;
        _generation++;
        LetGo();
    }

    public override void Rest()
    {
        _blocks.Clear();
        _superBlocks.Clear();
        _index = null;
    }

    private Span<byte> Element(byte[] elements, int number) => elements.AsSpan(number * _codec.ElementSize, _codec.ElementSize);

    private IndexBlock? Index(bool create)
    {
        if (_index is not null)
            return _index;
        if (_header.IndexBlock != FileAddress.Undefined)
            return _index = IndexBlock.Read(_source, _header.Plan, _codec, _header.IndexBlock, Address);
        if (!create)
            return null;

        _header.Statistics.Realized += _header.Plan.Parameters.IndexElements;
        _indexDirty = _headerDirty = true;
        return _index = IndexBlock.New(_header.Plan, _codec);
    }

    /// <summary>The data block of an element, counted behind those of the index block.</summary>
    private DataBlock? Locate(long element, bool create)
    {
        var plan = _header.Plan;
        var super = plan.SuperBlockOf(element);
        if (super >= plan.SuperBlocks)
            return null;

        var count = plan.ElementsPerBlock(super, _origin);
        var number = (int)((element - plan.FirstElement(super)) / count);
        if (_blocks.TryGetValue((super, number), out var known))
        {
            known.Used = ++_clock;
            return known;
        }

        var address = super < plan.FirstSuperBlock ? _index!.Blocks[plan.FirstBlock(super) + number] : Super(super, create)?.Blocks[number] ?? FileAddress.Undefined;
        var offset = plan.FirstElement(super) + (long)number * count;
        DataBlock block;
        if (address != FileAddress.Undefined)
        {
            var pages = plan.IsPaged(count) && super >= plan.FirstSuperBlock ? Super(super, create: false)!.PagesOf(number, plan.Pages(count)) : [];
            block = DataBlock.Read(_source, plan, _codec, address, offset, count, Address, pages);
        }
        else if (create)
        {
            block = New(offset, count);
        }
        else
        {
            return null;
        }

        block.Used = ++_clock;
        _blocks.Add((super, number), block);
        LetGo();
        return block;
    }

    private DataBlock New(long offset, int count)
    {
        _header.Statistics.DataBlocks++;
        _header.Statistics.DataBlockBytes += DataBlock.Size(_header.Plan, count, _codec.ElementSize, 8);
        _header.Statistics.Realized += count;
        _headerDirty = true;
        return DataBlock.New(_header.Plan, _codec, offset, count);
    }

    private SuperBlock? Super(int number, bool create)
    {
        if (_superBlocks.TryGetValue(number, out var known))
            return known;

        var address = _index!.SuperBlocks[number - _header.Plan.FirstSuperBlock];
        if (address != FileAddress.Undefined)
        {
            known = SuperBlock.Read(_source, _header.Plan, number, address, Address);
        }
        else if (create)
        {
            known = SuperBlock.New(_header.Plan, number, _origin);
            _header.Statistics.SuperBlocks++;
            _header.Statistics.SuperBlockBytes += known.Image(_header.Plan, _codec.Client, 0).Length;
            _headerDirty = true;
        }
        else
        {
            return null;
        }

        _superBlocks.Add(number, known);
        return known;
    }

    private void PlaceHeader()
    {
        if (!_header.Home.IsPlaced)
            _header.Home.Save(_header.Image(_codec), _sink!, _generation);
    }

    private void Save((int Super, int Number) key, DataBlock block, Commit? commit)
    {
        if (!block.IsDirty)
            return;
        PlaceHeader();
        if (block.Home.Save(block.Seal(Address), _sink!, _generation, commit))
            Point(key.Super, key.Number, block.Home.Address);
    }

    private void Save(SuperBlock super, Commit? commit)
    {
        if (!super.IsDirty)
            return;
        PlaceHeader();
        if (super.Home.Save(super.Image(_header.Plan, _codec.Client, Address), _sink!, _generation, commit))
        {
            _index!.SuperBlocks[super.Number - _header.Plan.FirstSuperBlock] = super.Home.Address;
            _indexDirty = true;
        }

        super.IsDirty = false;
    }

    private void Point(int super, int number, long address)
    {
        if (super < _header.Plan.FirstSuperBlock)
        {
            _index!.Blocks[_header.Plan.FirstBlock(super) + number] = address;
            _indexDirty = true;
            return;
        }

        var parent = Super(super, create: true)!;
        parent.Blocks[number] = address;
        parent.MarkPages(number, _header.Plan.Pages(_header.Plan.ElementsPerBlock(super, _origin)));
        parent.IsDirty = true;
    }

    /// <summary>Lets go of blocks not used lately; a changed one is written first, to new space, since no checkpoint is at its end now.</summary>
    private void LetGo()
    {
        while (_blocks.Count > MostBlocks)
        {
            var (key, oldest) = _blocks.MinBy(b => b.Value.Used);
            Save(key, oldest, commit: null);
            _blocks.Remove(key);
        }

        while (_superBlocks.Count > 2)
        {
            var oldest = _superBlocks.Values.MinBy(s => s.Number)!;
            Save(oldest, commit: null);
            _superBlocks.Remove(oldest.Number);
        }
    }
}
