using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes;

/// <summary>Finds the chunks of a dataset by their place in its grid. Used under the dataset's lock.</summary>
internal abstract class ChunkIndex
{
    /// <summary>The kind, as it stands in the layout message now.</summary>
    public abstract ChunkIndexKind Kind { get; }

    /// <summary>The address in the layout message.</summary>
    public abstract long Address { get; }

    /// <summary>Where a chunk is.</summary>
    /// <param name="place">The chunk's place: its first element's indices divided by the chunk's extents.</param>
    public abstract ChunkEntry Find(ReadOnlySpan<long> place);

    /// <summary>Refuses a chunk that the index can never hold, so that whoever writes it learns of it, and not a later checkpoint.</summary>
    /// <exception cref="Hdf5Exception">The index cannot hold it.</exception>
    public virtual void Check(ReadOnlySpan<long> place)
    {
    }

    public abstract void Set(ReadOnlySpan<long> place, ChunkEntry entry);

    /// <summary>Writes what has changed; afterwards <see cref="Kind"/> and <see cref="Address"/> may be stored.</summary>
    public abstract void Flush(Commit commit);

    /// <summary>Lets go of memory; nothing has changed since the last <see cref="Flush"/>.</summary>
    public virtual void Rest()
    {
    }
}
