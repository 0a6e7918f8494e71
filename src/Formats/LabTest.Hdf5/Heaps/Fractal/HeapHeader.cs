using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps.Fractal;

/// <summary>The header of a fractal heap (specification III.G).</summary>
internal sealed class HeapHeader(HeapPlan plan, Home home)
{
    private const string Structure = "fractal heap header";
    private const int Checksummed = 2;

    public HeapPlan Plan => plan;

    public Home Home => home;

    public long NextHugeId { get; set; }

    public long HugeTree { get; set; } = FileAddress.Undefined;

    /// <summary>Room for objects in all blocks that the root can hold, less the objects.</summary>
    public long FreeSpace { get; set; }

    /// <summary>The bytes that the root covers.</summary>
    public long ManagedSpace { get; set; }

    /// <summary>The bytes of the direct blocks that exist.</summary>
    public long AllocatedSpace { get; set; }

    /// <summary>Where the next direct block will begin; as long as the root is a direct block, 0.</summary>
    public long Next { get; set; }

    public long ManagedObjects { get; set; }

    public long HugeBytes { get; set; }

    public long HugeObjects { get; set; }

    public long Root { get; set; } = FileAddress.Undefined;

    /// <summary>The rows of the root; 0 where the root is a direct block.</summary>
    public int RootRows { get; set; }

    public static HeapHeader Read(FileSource source, long address)
    {
        var size = 4 + 1 + 2 + 2 + 1 + 4 + 12 * source.Sizes.Length + 3 * source.Sizes.Address + 2 + 2 + 2 + 2 + 4;
        var block = source.Fetch(address, size, Structure);
        var reader = block.Reader();
        reader.Signature("FRHP"u8);
        reader.Version(0);
        int idSize = reader.U16();
        if (reader.U16() != 0)
            throw reader.Corrupt("it is filtered, which is not known");
        int flags = reader.U8();
        var largestManaged = reader.SmallCount(4);
        long nextHuge = reader.FileLength(), hugeTree = reader.Address(), free = reader.FileLength();
        reader.Address();
        long managed = reader.FileLength(), allocated = reader.FileLength(), next = reader.FileLength(), objects = reader.FileLength();
        long hugeBytes = reader.FileLength(), hugeObjects = reader.FileLength();
        reader.FileLength();
        reader.FileLength();
        int width = reader.U16();
        long start = reader.FileLength(), largestDirect = reader.FileLength();
        int maxBits = reader.U16();
        reader.U16();
        var root = reader.Address();
        int rootRows = reader.U16();
        reader.Checksum();

        var plan = new HeapPlan(idSize, largestManaged, width, start, largestDirect, maxBits, (flags & Checksummed) != 0, block.Origin);
        if (rootRows > plan.MostRows)
            throw reader.Corrupt($"its root has {rootRows} rows where {plan.MostRows} are possible");
        return new HeapHeader(plan, new Home(address, size))
        {
            NextHugeId = nextHuge,
            HugeTree = hugeTree,
            FreeSpace = free,
            ManagedSpace = managed,
            AllocatedSpace = allocated,
            Next = next,
            ManagedObjects = objects,
            HugeBytes = hugeBytes,
            HugeObjects = hugeObjects,
            Root = root,
            RootRows = rootRows,
        };
    }

    public byte[] Image() => new ByteWriter(160).Bytes("FRHP"u8).U8(0).U16(plan.IdSize).U16(0).U8(plan.HasChecksums ? Checksummed : 0)
        .U32((uint)plan.LargestManaged).FileLength(NextHugeId).Address(HugeTree).FileLength(FreeSpace).Address(FileAddress.Undefined)
        .FileLength(ManagedSpace).FileLength(AllocatedSpace).FileLength(Next).FileLength(ManagedObjects)
        .FileLength(HugeBytes).FileLength(HugeObjects).FileLength(0).FileLength(0)
        .U16(plan.Width).FileLength(plan.StartSize).FileLength(plan.LargestDirect).U16(plan.MaxBits).U16(1)
        .Address(Root).U16(RootRows).Checksum().ToArray();
}
