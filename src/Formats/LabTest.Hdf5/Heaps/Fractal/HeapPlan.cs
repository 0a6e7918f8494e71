using System.Numerics;
using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Heaps.Fractal;

/// <summary>How a fractal heap lays its blocks out: rows of equal blocks, doubling in size from the second row on (specification III.G).</summary>
internal sealed class HeapPlan
{
    public HeapPlan(int idSize, int largestManaged, int width, long startSize, long largestDirect, int maxBits, bool checksums, BlockOrigin origin)
    {
        if (width < 1 || !BitOperations.IsPow2(width) || startSize < 64 || !BitOperations.IsPow2(startSize)
            || largestDirect < startSize || !BitOperations.IsPow2(largestDirect) || largestDirect > 1 << 30
            || (Int128)startSize * width > 2 * (Int128)largestDirect || maxBits is < 1 or > 62 || maxBits < BitOperations.Log2((ulong)startSize * (ulong)width) || idSize is < 5 or > 4096)
            throw origin.Corrupt($"its table of {width} blocks of {startSize} to {largestDirect} bytes in a row is impossible");

        IdSize = idSize;
        LargestManaged = largestManaged;
        Width = width;
        StartSize = startSize;
        LargestDirect = largestDirect;
        MaxBits = maxBits;
        HasChecksums = checksums;
        DirectRows = BitOperations.Log2((ulong)largestDirect) - BitOperations.Log2((ulong)startSize) + 2;
        MostRows = maxBits - BitOperations.Log2((ulong)startSize) - BitOperations.Log2((uint)width) + 1;
    }

    public int IdSize { get; }

    /// <summary>Objects up to this size live in the blocks.</summary>
    public int LargestManaged { get; }

    /// <summary>Blocks in a row.</summary>
    public int Width { get; }

    public long StartSize { get; }

    public long LargestDirect { get; }

    public int MaxBits { get; }

    public bool HasChecksums { get; }

    /// <summary>How many rows hold direct blocks; those beyond hold indirect ones.</summary>
    public int DirectRows { get; }

    /// <summary>How many rows the root may have.</summary>
    public int MostRows { get; }

    public int OffsetWidth => (MaxBits + 7) / 8;

    public int LengthWidth => Math.Min((BitOperations.Log2((ulong)LargestDirect) + 7) / 8, Bits.BytesFor((ulong)LargestManaged));

    /// <summary>What a direct block needs before its objects.</summary>
    public int DirectOverhead(int addressSize) => 5 + addressSize + OffsetWidth + (HasChecksums ? 4 : 0);

    public long BlockSize(int row) => row == 0 ? StartSize : StartSize << (row - 1);

    /// <summary>Where a row begins in the heap, relative to its indirect block.</summary>
    public long RowOffset(int row) => row == 0 ? 0 : (StartSize * Width) << (row - 1);

    /// <summary>How many rows an indirect block has that covers so many bytes.</summary>
    public int RowsFor(long size) => BitOperations.Log2((ulong)size) - BitOperations.Log2((ulong)StartSize) - BitOperations.Log2((uint)Width) + 1;

    /// <summary>The row and column of an offset relative to an indirect block.</summary>
    public (int Row, int Column) Find(long offset)
    {
        var row = offset < StartSize * Width ? 0 : BitOperations.Log2((ulong)(offset / (StartSize * Width))) + 1;
        return (row, (int)((offset - RowOffset(row)) / BlockSize(row)));
    }
}
