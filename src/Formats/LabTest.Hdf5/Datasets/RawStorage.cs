using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>The raw data of a dataset, as bytes of elements. Used under the dataset's lock.</summary>
internal abstract class RawStorage
{
    /// <summary>The layout message, as it is to be stored after a <see cref="Flush"/>.</summary>
    public abstract LayoutMessage Layout { get; }

    /// <summary>Whether there are chunks in memory that are not all in the file.</summary>
    public virtual bool IsActive => false;

    /// <summary>Reads a box of elements.</summary>
    /// <param name="dimensions">The extents of the dataset.</param>
    /// <param name="start">Where the box begins.</param>
    /// <param name="count">Its extents.</param>
    /// <param name="destination">Room for its elements.</param>
    /// <param name="depth">Through how many virtual datasets the box is read.</param>
    public abstract void Read(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth);

    /// <summary>Writes a box of elements.</summary>
    public abstract void Write(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements);

    /// <summary>Writes all that a checkpoint needs; with <paramref name="rest"/>, lets go of memory as well.</summary>
    public abstract void Flush(ReadOnlySpan<long> dimensions, Commit commit, bool rest);
}
