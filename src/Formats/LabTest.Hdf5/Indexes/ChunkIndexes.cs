using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Indexes.ExtensibleArrays;
using LabTest.Hdf5.Indexes.FixedArrays;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes;

/// <summary>Chooses and opens chunk indexes.</summary>
internal static class ChunkIndexes
{
    /// <summary>The index that the reference library would choose.</summary>
    public static ChunkIndex Choose(FileSource source, FileSink sink, ChunkGrid grid, Hdf5Shape shape, bool filtered, bool early, FillPattern fill)
    {
        var codec = new ChunkElements(filtered, grid.ChunkBytes, source.Sizes);
        if (grid.UnlimitedCount > 1)
            return ChunkTreeIndex.New(source, sink, grid, codec);
        if (grid.UnlimitedCount == 1)
            return ExtensibleArrayIndex.New(source, sink, grid, codec);
        if (IsSingle(grid, shape))
            return new SingleChunkIndex(filtered, ChunkEntry.Missing);
        if (early && !filtered)
            return ImplicitIndex.New(source, sink, grid, fill);
        return FixedArrayIndex.New(source, sink, grid, codec);
    }

    public static ChunkIndex Open(FileSource source, FileSink? sink, ChunkGrid grid, LayoutMessage.Chunked layout, Hdf5Shape shape, bool filtered, BlockOrigin origin)
    {
        var codec = new ChunkElements(filtered, grid.ChunkBytes, source.Sizes);
        switch (layout.Index)
        {
            case ChunkIndexKind.Single single:
                return new SingleChunkIndex(single.Filtered, new ChunkEntry(layout.Address, single.Filtered ? single.Size : grid.ChunkBytes, single.FilterMask));
            case ChunkIndexKind.Implicit:
                return new ImplicitIndex(source, sink, grid, layout.Address);
            case not ChunkIndexKind.OldTree when layout.Address == FileAddress.Undefined && sink is not null:
                return Choose(source, sink, grid, shape, filtered, early: false, new FillPattern(null, grid.ElementSize));
            case var _ when layout.Address == FileAddress.Undefined:
                return new NoIndex(layout.Index);
            case ChunkIndexKind.FixedArray when grid.UnlimitedCount == 0:
                return FixedArrayIndex.Open(source, sink, grid, codec, layout.Address);
            case ChunkIndexKind.ExtensibleArray when grid.UnlimitedCount == 1:
                return ExtensibleArrayIndex.Open(source, sink, grid, codec, layout.Address);
            case ChunkIndexKind.Tree:
                return ChunkTreeIndex.Open(source, sink, grid, codec, layout.Address);
            case ChunkIndexKind.OldTree:
                return new OldChunkTreeIndex(source, grid, layout.Address);
            default:
                throw origin.Corrupt($"its chunk index {layout.Index} does not fit {grid.UnlimitedCount} unlimited dimensions");
        }
    }

    private static bool IsSingle(ChunkGrid grid, Hdf5Shape shape)
    {
        for (var i = 0; i < grid.Rank; i++)
        {
            if (shape.Dimensions[i] != grid.Chunk[i] || shape.MaxDimensions[i] != grid.Chunk[i])
                return false;
        }

        return true;
    }
}
