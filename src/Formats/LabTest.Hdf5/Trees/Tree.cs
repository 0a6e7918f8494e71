using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Trees;

/// <summary>
/// A version-2 B-tree (specification III.A.2). A change writes every node from the leaf to the root anew; overwriting the header
/// switches to them. Nodes that were not changed leave memory with every checkpoint.
/// </summary>
internal sealed class Tree
{
    private const int MostLoaded = 1024;
    private const int Deepest = 32;
    private const string Structure = "B-tree header";

    private readonly FileSource _source;
    private readonly FileSink? _sink;
    private readonly TreePlan _plan;
    private readonly int _type;
    private readonly int _splitPercent;
    private readonly int _mergePercent;
    private readonly Home _header;
    private TreeChild? _root;
    private int _depth;
    private int _generation;
    private int _loaded;
    private bool _dirty;

    private Tree(FileSource source, FileSink? sink, TreePlan plan, int type, int splitPercent, int mergePercent, Home header)
    {
        _source = source;
        _sink = sink;
        _plan = plan;
        _type = type;
        _splitPercent = splitPercent;
        _mergePercent = mergePercent;
        _header = header;
    }

    public long Address => _header.Address;

    public int RecordSize => _plan.RecordSize;

    public int NodeSize => _plan.NodeSize;

    public long Count => _root?.Total ?? 0;

    public static Tree New(FileSource source, FileSink sink, TreeType type, int recordSize, int nodeSize = 512) =>
        new(source, sink, new TreePlan(nodeSize, recordSize, source.Sizes.Address), (int)type, 100, 40, new Home()) { _dirty = true };

    public static Tree Open(FileSource source, FileSink? sink, long address, TreeType type, int recordSize)
    {
        var size = 4 + 1 + 1 + 4 + 2 + 2 + 1 + 1 + source.Sizes.Address + 2 + source.Sizes.Length + 4;
        var reader = source.Fetch(address, size, Structure).Reader();
        reader.Signature("BTHD"u8);
        reader.Version(0);
        int foundType = reader.U8();
        var nodeSize = reader.SmallCount(4);
        int foundSize = reader.U16();
        int depth = reader.U16();
        int split = reader.U8(), merge = reader.U8();
        var root = reader.Address();
        int rootCount = reader.U16();
        var total = reader.FileLength();
        reader.Checksum();
        if (foundType != (int)type || foundSize != recordSize)
            throw reader.Corrupt($"it is of type {foundType} with records of {foundSize} bytes where type {(int)type} with {recordSize} is wanted");
        if (nodeSize < 64 || nodeSize < 2 * recordSize || nodeSize > 1 << 24 || depth > Deepest)
            throw reader.Corrupt($"nodes of {nodeSize} bytes at a depth of {depth} are not known");

        var plan = new TreePlan(nodeSize, recordSize, source.Sizes.Address);
        if (depth > 0 && plan.Most(depth) < 1)
            throw reader.Corrupt($"nodes of {nodeSize} bytes hold no records at a depth of {depth}");
        return new Tree(source, sink, plan, foundType, split, merge, new Home(address, size))
        {
            _root = root == FileAddress.Undefined ? null : new TreeChild(root, rootCount, total),
            _depth = depth,
            _generation = 1,
        };
    }

    /// <summary>The record that equals the key, or null.</summary>
    public byte[]? Find(RecordComparison compare)
    {
        LetGo();
        var child = _root;
        for (var level = _depth; child is not null; level--)
        {
            var node = Node(child, level);
            var (index, found) = Search(node, compare);
            if (found)
                return node.Records[index];
            child = level > 0 ? node.Children[index] : null;
        }

        return null;
    }

    /// <summary>Adds a record, or puts it in the place of the one that equals its key.</summary>
    public void Put(RecordComparison compare, byte[] record)
    {
        LetGo();
        _dirty = true;
        if (_root is null)
        {
            _root = TreeChild.Of(new TreeNode(0, [record], [], new Home()) { IsDirty = true });
            return;
        }

        var root = Node(_root, _depth);
        var appended = Put(root, compare, record);
        if (root.Records.Count > _plan.Most(_depth))
        {
            var (middle, right) = root.Split(appended, Least(_depth));
            _loaded += 2;
            _root = TreeChild.Of(new TreeNode(++_depth, [middle], [TreeChild.Of(root), TreeChild.Of(right)], new Home()) { IsDirty = true });
        }

        _root.Recount();
    }

    /// <summary>All records in order. A tree that shows more nodes than its file can hold is corrupt.</summary>
    public IEnumerable<byte[]> Records()
    {
        if (_root is null)
            return [];
        var budget = _source.Length / _plan.NodeSize + 16;
        return Walk(_root, _depth);

        IEnumerable<byte[]> Walk(TreeChild child, int level)
        {
            if (--budget < 0)
                throw _source.Origin(Structure, Address).Corrupt("its nodes come up more often than the file can hold them");
            var node = Node(child, level, keep: false);
            for (var i = 0; i < node.Records.Count; i++)
            {
                if (level > 0)
                {
                    foreach (var record in Walk(node.Children[i], level - 1))
                        yield return record;
                }

                yield return node.Records[i];
            }

            if (level > 0)
            {
                foreach (var record in Walk(node.Children[^1], level - 1))
                    yield return record;
            }
        }
    }

    public void Flush(Commit commit, SwitchRank rank = SwitchRank.Tree)
    {
        if (!_dirty)
            return;
        Spill();
        _header.Save(HeaderImage(), _sink!, _generation, commit, rank);
        _dirty = false;
        _generation++;
    }

    /// <summary>Gives the header its place before there is anything to point to.</summary>
    public void Place()
    {
        if (!_header.IsPlaced)
            _header.Save(HeaderImage(), _sink!, _generation);
    }

    /// <summary>Adds or replaces a record in a branch.</summary>
    /// <returns>Whether the record came in at the right end of the branch.</returns>
    private bool Put(TreeNode node, RecordComparison compare, byte[] record)
    {
        node.IsDirty = true;
        var (index, found) = Search(node, compare);
        if (found)
        {
            node.Records[index] = record;
            return false;
        }

        var last = index == node.Records.Count;
        if (node.Level == 0)
        {
            node.Records.Insert(index, record);
            return last;
        }

        var child = node.Children[index];
        var next = Node(child, node.Level - 1);
        var appended = Put(next, compare, record) && last;
        if (next.Records.Count > _plan.Most(next.Level))
        {
            var (middle, right) = next.Split(appended, Least(next.Level));
            _loaded++;
            node.Records.Insert(index, middle);
            node.Children.Insert(index + 1, TreeChild.Of(right));
        }

        child.Recount();
        return appended;
    }

    /// <summary>
    /// The least that a node below the root holds. The reference library merges a node that a removal would take below this,
    /// and goes astray where one has less already.
    /// </summary>
    private int Least(int level) => _plan.Most(level) * _mergePercent / 100;

    private static (int Index, bool Found) Search(TreeNode node, RecordComparison compare)
    {
        int low = 0, high = node.Records.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = compare(node.Records[middle]);
            if (order == 0)
                return (middle, true);
            if (order < 0)
                high = middle;
            else
                low = middle + 1;
        }

        return (low, false);
    }

    private TreeNode Node(TreeChild child, int level, bool keep = true)
    {
        if (child.Node is not null)
            return child.Node;
        var node = TreeNode.Read(_source, _plan, _type, child, level);
        if (keep)
        {
            child.Node = node;
            _loaded++;
        }

        return node;
    }

    private void LetGo()
    {
        if (_loaded > MostLoaded)
            Spill();
    }

    /// <summary>Writes the changed nodes to new space and lets all go but those at the right edge, where more will come.</summary>
    private void Spill()
    {
        if (_root?.Node is { } root)
            Save(_root, root, keep: true);
        _loaded = 0;
    }

    private void Save(TreeChild child, TreeNode node, bool keep)
    {
        for (var i = 0; i < node.Children.Count; i++)
        {
            if (node.Children[i].Node is { } next)
                Save(node.Children[i], next, keep && i == node.Children.Count - 1);
        }

        if (node.IsDirty)
        {
            node.Home.Save(node.Image(_plan, _type), _sink!, _generation);
            child.Address = node.Home.Address;
            child.Recount();
            node.IsDirty = false;
        }

        if (!keep)
            child.Node = null;
    }

    private byte[] HeaderImage() => new ByteWriter(40).Bytes("BTHD"u8).U8(0).U8(_type).U32((uint)_plan.NodeSize).U16(_plan.RecordSize)
        .U16(_depth).U8(_splitPercent).U8(_mergePercent).Address(_root?.Address ?? FileAddress.Undefined)
        .U16(_root?.Count ?? 0).FileLength(Count).Checksum().ToArray();
}
