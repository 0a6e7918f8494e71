namespace LabTest.Hdf5.Indexes;

/// <summary>The kinds of chunk indexes with their parameters (specification VII).</summary>
internal abstract record ChunkIndexKind
{
    private ChunkIndexKind()
    {
    }

    /// <summary>The B-tree of the first versions of HDF5.</summary>
    public sealed record OldTree : ChunkIndexKind;

    /// <summary>One chunk; filtered, its size and mask stand in the layout message.</summary>
    public sealed record Single(bool Filtered, long Size, uint FilterMask) : ChunkIndexKind;

    /// <summary>All chunks one after another, unfiltered, allocated when the dataset is made.</summary>
    public sealed record Implicit : ChunkIndexKind;

    /// <summary>For fixed maxima.</summary>
    public sealed record FixedArray(int PageBits) : ChunkIndexKind;

    /// <summary>For one unlimited dimension.</summary>
    public sealed record ExtensibleArray(int MaxBits, int IndexElements, int SuperMinPointers, int BlockMinElements, int PageBits) : ChunkIndexKind
    {
        /// <summary>What the reference library takes.</summary>
        public static ExtensibleArray Usual { get; } = new(32, 4, 4, 16, 10);
    }

    /// <summary>For several unlimited dimensions.</summary>
    public sealed record Tree(int NodeSize, int SplitPercent, int MergePercent) : ChunkIndexKind
    {
        /// <summary>What the reference library takes.</summary>
        public static Tree Usual { get; } = new(2048, 100, 40);
    }
}
