using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>The counts in the header of an extensible array.</summary>
internal sealed class ArrayStatistics
{
    public long SuperBlocks { get; set; }

    public long SuperBlockBytes { get; set; }

    public long DataBlocks { get; set; }

    public long DataBlockBytes { get; set; }

    /// <summary>One more than the largest number that was ever set.</summary>
    public long End { get; set; }

    /// <summary>How many elements have room in blocks that exist.</summary>
    public long Realized { get; set; }

    public static ArrayStatistics Read(ref ByteReader reader) => new()
    {
        SuperBlocks = reader.FileLength(),
        SuperBlockBytes = reader.FileLength(),
        DataBlocks = reader.FileLength(),
        DataBlockBytes = reader.FileLength(),
        End = reader.FileLength(),
        Realized = reader.FileLength(),
    };

    public void Write(ByteWriter writer) => writer.FileLength(SuperBlocks).FileLength(SuperBlockBytes)
        .FileLength(DataBlocks).FileLength(DataBlockBytes).FileLength(End).FileLength(Realized);
}
