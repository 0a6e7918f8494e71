using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes;

/// <summary>An index that was not made yet, since no chunk was written.</summary>
internal sealed class NoIndex(ChunkIndexKind kind) : ChunkIndex
{
    public override ChunkIndexKind Kind => kind;

    public override long Address => FileAddress.Undefined;

    public override ChunkEntry Find(ReadOnlySpan<long> place) => ChunkEntry.Missing;

    public override void Set(ReadOnlySpan<long> place, ChunkEntry entry) => throw new InvalidOperationException("There is no index to add a chunk to.");

    public override void Flush(Commit commit)
    {
    }
}
