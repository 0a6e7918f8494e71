using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Trees;

/// <summary>How many records the nodes of a version-2 B-tree hold at each level, and how wide its counters are (specification III.A.2).</summary>
internal sealed class TreePlan
{
    private const int NodeOverhead = 10;

    private readonly List<(int Most, int TotalWidth)> _levels = [];
    private UInt128 _total;

    public TreePlan(int nodeSize, int recordSize, int addressSize)
    {
        NodeSize = nodeSize;
        RecordSize = recordSize;
        AddressSize = addressSize;
        var most = (nodeSize - NodeOverhead) / recordSize;
        CountWidth = Bits.BytesFor((ulong)most);
        _total = (UInt128)most;
        _levels.Add((most, 0));
    }

    public int NodeSize { get; }

    public int RecordSize { get; }

    public int AddressSize { get; }

    /// <summary>The bytes of a count of records in a child.</summary>
    public int CountWidth { get; }

    /// <summary>The most records of a node; leaves are at level 0.</summary>
    public int Most(int level) => Level(level).Most;

    /// <summary>The bytes of a count of all records below a child of a node at this level; 0 for leaves' parents.</summary>
    public int TotalWidth(int level) => Level(level - 1).TotalWidth;

    public int PointerSize(int level) => AddressSize + CountWidth + TotalWidth(level);

    private (int Most, int TotalWidth) Level(int level)
    {
        while (_levels.Count <= level)
        {
            var pointer = AddressSize + CountWidth + _levels[^1].TotalWidth;
            var most = (NodeSize - NodeOverhead - pointer) / (RecordSize + pointer);
            _total = UInt128.Min(((UInt128)most + 1) * _total + (UInt128)most, ulong.MaxValue);
            _levels.Add((most, Bits.BytesFor((ulong)_total)));
        }

        return _levels[level];
    }
}
