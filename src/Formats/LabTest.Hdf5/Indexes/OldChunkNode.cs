using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes;

/// <summary>A node of a version-1 B-tree of chunks: keys with the chunks' sizes, masks and first elements, and what they lead to.</summary>
internal sealed class OldChunkNode
{
    private const string Structure = "B-tree node (version 1)";

    private readonly long[][] _places;
    private readonly (long Size, uint Mask)[] _chunks;

    private OldChunkNode(BlockOrigin origin, int level, long[][] places, (long Size, uint Mask)[] chunks, long[] children)
    {
        Origin = origin;
        Level = level;
        _places = places;
        _chunks = chunks;
        Children = children;
    }

    public BlockOrigin Origin { get; }

    public int Level { get; }

    public long[] Children { get; }

    public static OldChunkNode Read(FileSource source, ChunkGrid grid, long address, int type)
    {
        var headSize = 8 + 2 * source.Sizes.Address;
        var head = source.Fetch(address, headSize, Structure).Reader();
        head.Signature("TREE"u8);
        if (head.U8() != type)
            throw head.Corrupt("it is not a node of a tree of chunks");
        int level = head.U8();
        int count = head.U16();

        var keySize = 8 + 8 * (grid.Rank + 1);
        var size = headSize + count * (keySize + source.Sizes.Address);
        var block = source.Fetch(address, size, Structure);
        var reader = block.Reader();
        reader.Skip(headSize);
        var places = new long[count][];
        var chunks = new (long, uint)[count];
        var children = new long[count];
        for (var i = 0; i < count; i++)
        {
            chunks[i] = (reader.U32(), reader.U32());
            places[i] = new long[grid.Rank];
            for (var d = 0; d < grid.Rank; d++)
                places[i][d] = reader.Count(8) / grid.Chunk[d];
            reader.Skip(8);
            children[i] = reader.Address();
        }

        return new OldChunkNode(block.Origin, level, places, chunks, children);
    }

    /// <summary>The last child whose key is not behind the place, or -1.</summary>
    public int Search(ReadOnlySpan<long> place)
    {
        int low = 0, high = _places.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (place.SequenceCompareTo(_places[middle]) < 0)
                high = middle;
            else
                low = middle + 1;
        }

        return low - 1;
    }

    public ChunkEntry Entry(int at, ReadOnlySpan<long> place) => place.SequenceEqual(_places[at])
        ? new ChunkEntry(Children[at], _chunks[at].Size, _chunks[at].Mask)
        : ChunkEntry.Missing;
}
