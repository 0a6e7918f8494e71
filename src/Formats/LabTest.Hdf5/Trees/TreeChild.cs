namespace LabTest.Hdf5.Trees;

/// <summary>What a node knows of a child: where it is, and how many records it and its whole branch hold.</summary>
internal sealed class TreeChild(long address, int count, long total)
{
    public long Address { get; set; } = address;

    public int Count { get; set; } = count;

    public long Total { get; set; } = total;

    /// <summary>The child, when it is in memory.</summary>
    public TreeNode? Node { get; set; }

    public static TreeChild Of(TreeNode node) => new(node.Home.Address, node.Records.Count, node.Total) { Node = node };

    public void Recount()
    {
        Count = Node!.Records.Count;
        Total = Node.Total;
    }
}
