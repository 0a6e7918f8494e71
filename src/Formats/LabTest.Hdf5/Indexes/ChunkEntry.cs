using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Indexes;

/// <summary>Where a chunk is stored, in how many bytes, and which filters it did not pass (a bit each).</summary>
internal readonly record struct ChunkEntry(long Address, long Size, uint FilterMask)
{
    public static ChunkEntry Missing => new(FileAddress.Undefined, 0, 0);

    public bool IsMissing => Address == FileAddress.Undefined;
}
