using System.Numerics;
using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>
/// How an extensible array spreads its elements (specification VII.D): a few in the index block, then data blocks, whose number and
/// size grow by turns with every super block.
/// </summary>
internal sealed class ArrayPlan
{
    private const int LargestBlock = 1 << 26;

    public ArrayPlan(ChunkIndexKind.ExtensibleArray parameters, BlockOrigin origin)
    {
        Parameters = parameters;
        if (parameters.MaxBits is < 1 or > 62 || !IsPower(parameters.BlockMinElements) || !IsPower(parameters.SuperMinPointers)
            || parameters.SuperMinPointers < 2 || parameters.IndexElements < 1 || parameters.PageBits is < 1 or > 30
            || parameters.MaxBits < BitOperations.Log2((uint)parameters.BlockMinElements))
            throw origin.Corrupt($"an extensible array has the impossible parameters {parameters}");

        SuperBlocks = 1 + parameters.MaxBits - BitOperations.Log2((uint)parameters.BlockMinElements);
        FirstSuperBlock = Math.Min(SuperBlocks, 2 * BitOperations.Log2((uint)parameters.SuperMinPointers));
        DirectBlocks = 2 * (parameters.SuperMinPointers - 1);
    }

    public ChunkIndexKind.ExtensibleArray Parameters { get; }

    /// <summary>How many super blocks there can be, counting those whose data blocks the index block names itself.</summary>
    public int SuperBlocks { get; }

    /// <summary>The first super block that is stored as a block of its own.</summary>
    public int FirstSuperBlock { get; }

    /// <summary>How many data blocks the index block names.</summary>
    public int DirectBlocks { get; }

    public int PageElements => 1 << Parameters.PageBits;

    /// <summary>How many bytes the offset of a block takes.</summary>
    public int OffsetWidth => (Parameters.MaxBits + 7) / 8;

    public int BlocksIn(int superBlock) => 1 << (superBlock / 2);

    public int ElementsPerBlock(int superBlock, BlockOrigin origin)
    {
        var count = (long)Parameters.BlockMinElements << ((superBlock + 1) / 2);
        return count <= LargestBlock ? (int)count : throw origin.Corrupt($"data blocks of {count} elements are not known");
    }

    public bool IsPaged(int blockElements) => blockElements > PageElements;

    public int Pages(int blockElements) => IsPaged(blockElements) ? blockElements / PageElements : 0;

    /// <summary>The super block of an element, counted behind those of the index block.</summary>
    public int SuperBlockOf(long element) => BitOperations.Log2((ulong)(element / Parameters.BlockMinElements + 1));

    /// <summary>The first element of a super block, counted behind those of the index block.</summary>
    public long FirstElement(int superBlock) => ((1L << superBlock) - 1) * Parameters.BlockMinElements;

    /// <summary>How many data blocks come before those of a super block.</summary>
    public int FirstBlock(int superBlock)
    {
        var count = 0;
        for (var i = 0; i < superBlock; i++)
            count += BlocksIn(i);
        return count;
    }

    private static bool IsPower(int value) => value > 0 && BitOperations.IsPow2(value);
}
