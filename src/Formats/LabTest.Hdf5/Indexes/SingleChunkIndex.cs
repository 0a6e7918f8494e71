using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes;

/// <summary>The index of a dataset that is one chunk: the layout message itself.</summary>
internal sealed class SingleChunkIndex(bool filtered, ChunkEntry entry) : ChunkIndex
{
    private ChunkEntry _entry = entry;

    public override ChunkIndexKind Kind => filtered
        ? new ChunkIndexKind.Single(true, _entry.Size, _entry.FilterMask)
        : new ChunkIndexKind.Single(false, 0, 0);

    public override long Address => _entry.Address;

    public override ChunkEntry Find(ReadOnlySpan<long> place) => _entry;

    public override void Set(ReadOnlySpan<long> place, ChunkEntry entry) => _entry = entry;

    public override void Flush(Commit commit)
    {
    }
}
