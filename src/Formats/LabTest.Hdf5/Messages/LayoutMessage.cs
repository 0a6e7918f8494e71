using LabTest.Hdf5.Heaps;
using LabTest.Hdf5.Indexes;

namespace LabTest.Hdf5.Messages;

/// <summary>How the raw data of a dataset lie in the file (specification IV.A.2.i).</summary>
internal abstract record LayoutMessage
{
    private LayoutMessage()
    {
    }

    /// <summary>In the message itself.</summary>
    public sealed record Compact(byte[] Data) : LayoutMessage;

    /// <summary>In one piece; an undefined address means that nothing was written.</summary>
    public sealed record Contiguous(long Address, long Size) : LayoutMessage;

    /// <summary>In chunks of equal extents, found by an index.</summary>
    /// <param name="Chunk">The extents of a chunk, in elements.</param>
    /// <param name="ElementSize">The bytes of an element.</param>
    /// <param name="Index">The kind of index and its parameters.</param>
    /// <param name="Address">Where the index is; for a single chunk or an implicit index, the chunks themselves.</param>
    /// <param name="PartialUnfiltered">Chunks that reach beyond the extents bypass the filters.</param>
    public sealed record Chunked(int[] Chunk, int ElementSize, ChunkIndexKind Index, long Address, bool PartialUnfiltered) : LayoutMessage;

    /// <summary>In other datasets; the list of them is in a global heap.</summary>
    public sealed record Virtual(HeapReference Mappings) : LayoutMessage;
}
