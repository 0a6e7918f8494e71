using System.Buffers.Binary;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Trees;

namespace LabTest.Hdf5.Indexes;

/// <summary>The chunk index of a dataset with several unlimited dimensions (specification VII.E): a version-2 B-tree.</summary>
internal sealed class ChunkTreeIndex : ChunkIndex
{
    private readonly Tree _tree;
    private readonly ChunkElements _codec;
    private readonly BlockOrigin _origin;

    private ChunkTreeIndex(Tree tree, ChunkElements codec, BlockOrigin origin)
    {
        _tree = tree;
        _codec = codec;
        _origin = origin;
    }

    public override ChunkIndexKind Kind => new ChunkIndexKind.Tree(_tree.NodeSize, 100, 40);

    public override long Address => _tree.Address;

    public static ChunkTreeIndex New(FileSource source, FileSink sink, ChunkGrid grid, ChunkElements codec)
    {
        var tree = Tree.New(source, sink, Type(codec), RecordSize(grid, codec), ChunkIndexKind.Tree.Usual.NodeSize);
        return new ChunkTreeIndex(tree, codec, source.Origin("chunk tree", 0));
    }

    public static ChunkTreeIndex Open(FileSource source, FileSink? sink, ChunkGrid grid, ChunkElements codec, long address) =>
        new(Tree.Open(source, sink, address, Type(codec), RecordSize(grid, codec)), codec, source.Origin("chunk tree", address));

    public override ChunkEntry Find(ReadOnlySpan<long> place)
    {
        var key = place.ToArray();
        return _tree.Find(record => Compare(key, record)) is { } found ? _codec.Read(found, _origin) : ChunkEntry.Missing;
    }

    public override void Set(ReadOnlySpan<long> place, ChunkEntry entry)
    {
        var key = place.ToArray();
        var record = new byte[_tree.RecordSize];
        _codec.Write(entry, record);
        for (var i = 0; i < key.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(_codec.ElementSize + 8 * i), key[i]);
        _tree.Put(found => Compare(key, found), record);
    }

    public override void Flush(Commit commit) => _tree.Flush(commit);

    private static TreeType Type(ChunkElements codec) => codec.Filtered ? TreeType.FilteredChunk : TreeType.Chunk;

    private static int RecordSize(ChunkGrid grid, ChunkElements codec) => codec.ElementSize + 8 * grid.Rank;

    private int Compare(long[] key, ReadOnlySpan<byte> record)
    {
        for (var i = 0; i < key.Length; i++)
        {
            var order = key[i].CompareTo(BinaryPrimitives.ReadInt64LittleEndian(record[(_codec.ElementSize + 8 * i)..]));
            if (order != 0)
                return order;
        }

        return 0;
    }
}
