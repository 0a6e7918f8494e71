using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Heaps;
using LabTest.Hdf5.Indexes;

namespace LabTest.Hdf5.Messages;

/// <summary>Reads layout messages, versions 1 to 4 (specification IV.A.2.i).</summary>
internal static class LayoutDecoder
{
    public static LayoutMessage Decode(ByteReader reader)
    {
        var version = reader.U8();
        return version switch
        {
            1 or 2 => DecodeOldest(ref reader),
            3 or 4 => Decode(ref reader, version),
            _ => throw reader.Corrupt($"a layout has the unknown version {version}"),
        };
    }

    private static LayoutMessage Decode(ref ByteReader reader, int version)
    {
        var kind = reader.U8();
        return kind switch
        {
            0 => new LayoutMessage.Compact(reader.Bytes(reader.U16()).ToArray()),
            1 => new LayoutMessage.Contiguous(reader.Address(), reader.FileLength()),
            2 => version == 3 ? DecodeOldChunked(ref reader) : DecodeChunked(ref reader),
            3 => new LayoutMessage.Virtual(new HeapReference(reader.Address(), reader.U32())),
            _ => throw reader.Corrupt($"a layout is of the unknown class {kind}"),
        };
    }

    private static LayoutMessage DecodeOldest(ref ByteReader reader)
    {
        int rank = reader.U8();
        int kind = reader.U8();
        reader.Skip(5);
        var address = kind == 0 ? FileAddress.Undefined : reader.Address();
        List<long> extents = [];
        for (var i = 0; i < rank; i++)
            extents.Add(reader.Count(4));
        switch (kind)
        {
            case 0:
                return new LayoutMessage.Compact(reader.Bytes(reader.SmallCount(4)).ToArray());
            case 1:
                return new LayoutMessage.Contiguous(address, -1);       // as large as the dataspace says
            case 2:
                return Chunked(reader, extents, new ChunkIndexKind.OldTree(), address, false);
            default:
                throw reader.Corrupt($"a layout is of the unknown class {kind}");
        }
    }

    private static LayoutMessage.Chunked DecodeOldChunked(ref ByteReader reader)
    {
        int rank = reader.U8();
        var address = reader.Address();
        List<long> extents = [];
        for (var i = 0; i < rank; i++)
            extents.Add(reader.Count(4));
        return Chunked(reader, extents, new ChunkIndexKind.OldTree(), address, false);
    }

    private static LayoutMessage.Chunked DecodeChunked(ref ByteReader reader)
    {
        int flags = reader.U8();
        int rank = reader.U8();
        int width = reader.U8();
        if (width is < 1 or > 8)
            throw reader.Corrupt($"the extents of a chunk take {width} bytes each");
        List<long> extents = [];
        for (var i = 0; i < rank; i++)
            extents.Add(reader.Count(width));

        var kind = reader.U8();
        ChunkIndexKind index = kind switch
        {
            1 => (flags & 2) != 0 ? new ChunkIndexKind.Single(true, reader.FileLength(), reader.U32()) : new ChunkIndexKind.Single(false, 0, 0),
            2 => new ChunkIndexKind.Implicit(),
            3 => new ChunkIndexKind.FixedArray(reader.U8()),
            4 => new ChunkIndexKind.ExtensibleArray(reader.U8(), reader.U8(), reader.U8(), reader.U8(), reader.U8()),
            5 => new ChunkIndexKind.Tree(reader.SmallCount(4), reader.U8(), reader.U8()),
            _ => throw reader.Corrupt($"a chunk index is of the unknown kind {kind}"),
        };
        return Chunked(reader, extents, index, reader.Address(), (flags & 1) != 0);
    }

    private static LayoutMessage.Chunked Chunked(ByteReader reader, List<long> extents, ChunkIndexKind index, long address, bool partialUnfiltered)
    {
        if (extents.Count is < 2 or > Hdf5Shape.MostDimensions + 1)
            throw reader.Corrupt($"chunks have {extents.Count - 1} dimensions");
        long size = 1;
        foreach (var extent in extents)
        {
            if (extent is < 1 or > int.MaxValue || (size *= extent) > int.MaxValue)
                throw reader.Corrupt($"chunks have the impossible extents {string.Join(" x ", extents)}");
        }

        var chunk = extents.SkipLast(1).Select(e => (int)e).ToArray();
        return new LayoutMessage.Chunked(chunk, (int)extents[^1], index, address, partialUnfiltered);
    }
}
