namespace LabTest.Hdf5.Storage;

/// <summary>The order in which a checkpoint overwrites: what is pointed to comes before what points to it.</summary>
internal enum SwitchRank
{
    /// <summary>Global heap collections, small chunks, blocks and headers of arrays, heads of fractal heaps.</summary>
    Content,

    /// <summary>Heads of B-trees, whose records may name what the first rank holds.</summary>
    Tree,

    /// <summary>Object headers: extents of datasets, links and attributes.</summary>
    Object,
}
