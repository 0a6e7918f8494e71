using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.FixedArrays;

/// <summary>The chunk index of a dataset whose extents have fixed maxima (specification VII.C): one data block of all elements.</summary>
internal sealed class FixedArrayIndex : ChunkIndex
{
    private const int UsualPageBits = 10;
    private const string HeaderStructure = "fixed array header";

    private readonly FileSink? _sink;
    private readonly ChunkGrid _grid;
    private readonly ChunkElements _codec;
    private readonly BlockOrigin _origin;
    private readonly int _pageBits;
    private readonly byte[] _elements;
    private readonly Home _header;
    private readonly Home _block;
    private int _generation;
    private bool _dirty;

    private FixedArrayIndex(FileSink? sink, ChunkGrid grid, ChunkElements codec, BlockOrigin origin, int pageBits, byte[] elements, Home header, Home block)
    {
        _sink = sink;
        _grid = grid;
        _codec = codec;
        _origin = origin;
        _pageBits = pageBits;
        _elements = elements;
        _header = header;
        _block = block;
    }

    public override ChunkIndexKind Kind => new ChunkIndexKind.FixedArray(_pageBits);

    public override long Address => _header.Address;

    public static FixedArrayIndex New(FileSource source, FileSink sink, ChunkGrid grid, ChunkElements codec)
    {
        var origin = source.Origin(HeaderStructure, 0);
        if (grid.MaxChunks > Array.MaxLength / codec.ElementSize)
            throw new ArgumentException($"A dataset of up to {grid.MaxChunks} chunks needs larger chunks, or an unlimited dimension.");
        var elements = new byte[grid.MaxChunks * codec.ElementSize];
        codec.Clear(elements);
        return new FixedArrayIndex(sink, grid, codec, origin, UsualPageBits, elements, new Home(), new Home()) { _dirty = true };
    }

    public static FixedArrayIndex Open(FileSource source, FileSink? sink, ChunkGrid grid, ChunkElements codec, long address)
    {
        var size = 8 + source.Sizes.Length + source.Sizes.Address + 4;
        var header = source.Fetch(address, size, HeaderStructure);
        var reader = header.Reader();
        reader.Signature("FAHD"u8);
        reader.Version(0);
        var client = reader.U8();
        var elementSize = reader.U8();
        if (client != codec.Client || elementSize != codec.ElementSize)
            throw reader.Corrupt($"its elements of {elementSize} bytes for client {client} are not those of the dataset");
        int pageBits = reader.U8();
        var count = reader.FileLength();
        if (pageBits is < 1 or > 30 || count < grid.MaxChunks)
            throw reader.Corrupt($"it has {count} elements, in pages of 2^{pageBits}, for {grid.MaxChunks} chunks");
        var block = reader.Address();
        reader.Checksum();

        var (elements, home) = block == FileAddress.Undefined
            ? (Empty(reader, count, source, codec), new Home())
            : FixedArrayBlock.Read(source, codec, block, address, count, pageBits);
        return new FixedArrayIndex(sink, grid, codec, header.Origin, pageBits, elements, new Home(address, size), home) { _generation = 1 };
    }

    public override ChunkEntry Find(ReadOnlySpan<long> place)
    {
        var at = _grid.Number(place) * _codec.ElementSize;
        return at + _codec.ElementSize <= _elements.Length ? _codec.Read(_elements.AsSpan((int)at, _codec.ElementSize), _origin) : ChunkEntry.Missing;
    }

    public override void Set(ReadOnlySpan<long> place, ChunkEntry entry)
    {
        _codec.Write(entry, _elements.AsSpan((int)(_grid.Number(place) * _codec.ElementSize), _codec.ElementSize));
        _dirty = true;
    }

    public override void Flush(Commit commit)
    {
        if (!_dirty)
            return;
        if (!_header.IsPlaced)
            _header.Save(HeaderImage(), _sink!, _generation);
        if (_block.Save(FixedArrayBlock.Image(_codec, _elements, Address, _pageBits), _sink!, _generation, commit))
            _header.Save(HeaderImage(), _sink!, _generation, commit);
        _dirty = false;
        _generation++;
    }

    private static byte[] Empty(ByteReader reader, long count, FileSource source, ChunkElements codec)
    {
        if (count > source.Length)      // no index that was never written to is larger than its file by accident
            throw reader.Corrupt($"it has no block for its {count} elements");
        var elements = new byte[count * codec.ElementSize];
        codec.Clear(elements);
        return elements;
    }

    private byte[] HeaderImage() => new ByteWriter(32).Bytes("FAHD"u8).U8(0).U8(_codec.Client).U8(_codec.ElementSize).U8(_pageBits)
        .FileLength(_elements.Length / _codec.ElementSize).Address(_block.Address).Checksum().ToArray();
}
