using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Trees;

/// <summary>A node of a version-2 B-tree in memory: records, and between them children, except in leaves.</summary>
internal sealed class TreeNode(int level, List<byte[]> records, List<TreeChild> children, Home home)
{
    private const int PrefixSize = 6;

    public int Level => level;

    public List<byte[]> Records => records;

    /// <summary>One more than records; none in leaves.</summary>
    public List<TreeChild> Children => children;

    public Home Home => home;

    public bool IsDirty { get; set; }

    public long Total => records.Count + children.Sum(c => c.Total);

    public static TreeNode Read(FileSource source, TreePlan plan, int type, TreeChild child, int level)
    {
        var isLeaf = level == 0;
        var structure = isLeaf ? "B-tree leaf" : "B-tree node";
        if (child.Count > plan.Most(level))
            throw source.Origin(structure, child.Address).Corrupt($"it is said to have {child.Count} records where {plan.Most(level)} fit");
        var size = PrefixSize + child.Count * plan.RecordSize + (isLeaf ? 0 : (child.Count + 1) * plan.PointerSize(level)) + 4;
        var reader = source.Fetch(child.Address, size, structure).Reader();
        reader.Signature(isLeaf ? "BTLF"u8 : "BTIN"u8);
        reader.Version(0);
        if (reader.U8() != type)
            throw reader.Corrupt("it belongs to a tree of another type");

        List<byte[]> records = [];
        for (var i = 0; i < child.Count; i++)
            records.Add(reader.Bytes(plan.RecordSize).ToArray());
        List<TreeChild> children = [];
        for (var i = 0; !isLeaf && i <= child.Count; i++)
        {
            var address = reader.Address();
            var count = reader.SmallCount(plan.CountWidth);
            children.Add(new TreeChild(address, count, level > 1 ? reader.Count(plan.TotalWidth(level)) : count));
        }

        reader.Checksum();
        return new TreeNode(level, records, children, new Home(child.Address, plan.NodeSize));
    }

    public byte[] Image(TreePlan plan, int type)
    {
        var writer = new ByteWriter(plan.NodeSize);
        writer.Bytes(level == 0 ? "BTLF"u8 : "BTIN"u8).U8(0).U8(type);
        foreach (var record in records)
            writer.Bytes(record);
        foreach (var child in children)
        {
            writer.Address(child.Address).Unsigned(child.Count, plan.CountWidth);
            if (level > 1)
                writer.Unsigned(child.Total, plan.TotalWidth(level));
        }

        writer.Checksum();
        return writer.Zeros(plan.NodeSize - writer.Length).ToArray();
    }

    /// <summary>Splits a node that has one record too many: this one keeps the left part.</summary>
    /// <param name="appended">The last record came in at the end: leave this node as full as may be, since more will follow at the end.</param>
    /// <param name="least">How many records the right part must have, so that others may remove records later.</param>
    public (byte[] Middle, TreeNode Right) Split(bool appended, int least)
    {
        var half = records.Count / 2;
        var middle = appended ? Math.Max(half, records.Count - 1 - Math.Max(least, 1)) : half;
        var right = new TreeNode(level, records[(middle + 1)..], level == 0 ? [] : children[(middle + 1)..], new Home()) { IsDirty = true };
        var record = records[middle];
        records.RemoveRange(middle, records.Count - middle);
        if (level > 0)
            children.RemoveRange(middle + 1, children.Count - middle - 1);
        IsDirty = true;
        return (record, right);
    }
}
