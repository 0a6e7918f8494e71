using System.Buffers.Binary;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>
/// A data block: elements, in pages with a checksum each where there are many. In memory it is as it is in the file, so that a
/// checkpoint of a large block costs the checksums of the pages that have changed, and one write.
/// </summary>
internal sealed class DataBlock
{
    private const int ChecksumSize = 4;

    private readonly byte[] _image;
    private readonly int _first;
    private readonly int _elementSize;
    private readonly int _pageElements;
    private readonly bool[] _changed;

    private DataBlock(ArrayPlan plan, ChunkElements codec, long offset, int count, byte[] image, int first, Home home)
    {
        _image = image;
        _elementSize = codec.ElementSize;
        _pageElements = plan.IsPaged(count) ? plan.PageElements : count;
        _changed = new bool[count / _pageElements];
        _first = first;
        Offset = offset;
        Home = home;
    }

    /// <summary>The number of its first element, counted behind those of the index block.</summary>
    public long Offset { get; }

    public Home Home { get; }

    public bool IsDirty { get; private set; }

    /// <summary>When it was last used, to choose which to let go.</summary>
    public long Used { get; set; }

    private bool IsPaged => _changed.Length > 1;

    private int PageBytes => _pageElements * _elementSize;

    public static int Size(ArrayPlan plan, int count, int elementSize, int addressSize) =>
        PrefixSize(plan, addressSize) + ChecksumSize + (plan.IsPaged(count) ? plan.Pages(count) * (plan.PageElements * elementSize + ChecksumSize) : count * elementSize);

    /// <summary>A block that no chunk was put into yet.</summary>
    public static DataBlock New(ArrayPlan plan, ChunkElements codec, long offset, int count)
    {
        var image = new byte[Size(plan, count, codec.ElementSize, 8)];
        var prefix = new ByteWriter(PrefixSize(plan, 8)).Bytes("EADB"u8).U8(0).U8(codec.Client).Address(0).Unsigned(offset, plan.OffsetWidth).ToArray();
        prefix.CopyTo(image, 0);
        var block = new DataBlock(plan, codec, offset, count, image, prefix.Length + (plan.IsPaged(count) ? ChecksumSize : 0), new Home());
        for (var page = 0; page < block._changed.Length; page++)
            block.Clear(page, codec);
        return block;
    }

    public static DataBlock Read(
        FileSource source, ArrayPlan plan, ChunkElements codec, long address, long offset, int count, long header, ReadOnlySpan<byte> initialized)
    {
        var size = Size(plan, count, codec.ElementSize, source.Sizes.Address);
        var bytes = source.Fetch(address, size, "extensible array data block");
        var reader = bytes.Reader();
        reader.Signature("EADB"u8);
        reader.Version(0);
        reader.Skip(1);
        if (reader.Address() != header)
            throw reader.Corrupt("it belongs to another array");
        reader.Skip(plan.OffsetWidth);

        var first = reader.Position;
        if (!plan.IsPaged(count))
            reader.Skip(count * codec.ElementSize);
        else
            first += ChecksumSize;
        reader.Checksum();

        var block = new DataBlock(plan, codec, offset, count, bytes.Bytes, first, new Home(address, size));
        for (var page = 0; block.IsPaged && page < block._changed.Length; page++)
        {
            if ((initialized[page / 8] & (0x80 >> (page % 8))) == 0)
            {
                block.Clear(page, codec);
                continue;
            }

            var content = bytes.Reader(block.PageStart(page), block.PageBytes + ChecksumSize);
            content.Skip(block.PageBytes);
            content.Checksum();
        }

        block.IsDirty = false;
        return block;
    }

    /// <summary>An element, to be read.</summary>
    /// <param name="number">Its number, counted as <see cref="Offset"/> is.</param>
    public ReadOnlySpan<byte> Element(long number) => Bytes((int)(number - Offset));

    /// <summary>An element, to be changed.</summary>
    /// <param name="number">Its number, counted as <see cref="Offset"/> is.</param>
    public Span<byte> Change(long number)
    {
        var at = (int)(number - Offset);
        _changed[at / _pageElements] = true;
        IsDirty = true;
        return Bytes(at);
    }

    /// <summary>The block as it is to be written now.</summary>
    public byte[] Seal(long header)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_image.AsSpan(6), header);
        Checksum(0, IsPaged ? _first - ChecksumSize : _image.Length - ChecksumSize);
        for (var page = 0; IsPaged && page < _changed.Length; page++)
        {
            if (_changed[page])
                Checksum(PageStart(page), PageBytes);
        }

        Array.Clear(_changed);
        IsDirty = false;
        return _image.Length <= Page.Size ? (byte[])_image.Clone() : _image;       // small ones are overwritten later, at the checkpoint's end
    }

    private static int PrefixSize(ArrayPlan plan, int addressSize) => 6 + addressSize + plan.OffsetWidth;

    private int PageStart(int page) => _first + page * (PageBytes + ChecksumSize);

    private Span<byte> Bytes(int at) => _image.AsSpan(PageStart(at / _pageElements) + at % _pageElements * _elementSize, _elementSize);

    private void Checksum(int start, int length) =>
        BinaryPrimitives.WriteUInt32LittleEndian(_image.AsSpan(start + length), Lookup3.Hash(_image.AsSpan(start, length)));

    private void Clear(int page, ChunkElements codec)
    {
        codec.Clear(_image.AsSpan(PageStart(page), PageBytes));
        _changed[page] = true;
        IsDirty = true;
    }
}
