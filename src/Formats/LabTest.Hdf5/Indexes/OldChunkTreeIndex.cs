using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes;

/// <summary>The chunk index of the first versions of HDF5 (specification III.A.1, node type 1): read, not written.</summary>
internal sealed class OldChunkTreeIndex(FileSource source, ChunkGrid grid, long address) : ChunkIndex
{
    private const int ChunkNode = 1;
    private const int MostCached = 64;
    private const int Deepest = 32;

    private readonly Dictionary<long, OldChunkNode> _nodes = [];

    public override ChunkIndexKind Kind { get; } = new ChunkIndexKind.OldTree();

    public override long Address => address;

    public override ChunkEntry Find(ReadOnlySpan<long> place)
    {
        var node = Node(address);
        for (var depth = 0; ; depth++)
        {
            if (depth > Deepest)
                throw node.Origin.Corrupt("the tree is too deep");
            var at = node.Search(place);
            if (at < 0)
                return ChunkEntry.Missing;
            if (node.Level == 0)
                return node.Entry(at, place);
            var next = Node(node.Children[at]);
            if (next.Level != node.Level - 1)
                throw next.Origin.Corrupt($"its level is {next.Level} below a node of level {node.Level}");
            node = next;
        }
    }

    public override void Set(ReadOnlySpan<long> place, ChunkEntry entry) => Check(place);

    public override void Check(ReadOnlySpan<long> place) => throw new Hdf5Exception(
        $"{source.Name}: the dataset has an index of the first versions of HDF5, which is not safe to change; rewrite the file with h5repack --low=1 or h5py's libver='latest' first.");

    public override void Flush(Commit commit)
    {
    }

    public override void Rest() => _nodes.Clear();

    private OldChunkNode Node(long at)
    {
        if (_nodes.TryGetValue(at, out var known))
            return known;
        if (_nodes.Count >= MostCached)
            _nodes.Clear();
        var node = OldChunkNode.Read(source, grid, at, ChunkNode);
        _nodes.Add(at, node);
        return node;
    }
}
