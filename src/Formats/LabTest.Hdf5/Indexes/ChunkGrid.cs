using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Indexes;

/// <summary>How a dataset's extents are cut into chunks.</summary>
internal sealed class ChunkGrid
{
    private readonly long[] _strides;

    public ChunkGrid(int[] chunk, int elementSize, Hdf5Shape shape)
    {
        Chunk = chunk;
        Extents = Array.ConvertAll(chunk, c => (long)c);
        ElementSize = elementSize;
        MaxDimensions = [.. shape.MaxDimensions];
        ChunkElements = 1;
        foreach (var extent in chunk)
            ChunkElements = checked(ChunkElements * extent);
        ChunkBytes = checked(ChunkElements * elementSize);
        _strides = Strides();
    }

    public int[] Chunk { get; }

    /// <summary>The same as <see cref="Chunk"/>, as extents of an array.</summary>
    public long[] Extents { get; }

    public int Rank => Chunk.Length;

    public int ElementSize { get; }

    public int ChunkElements { get; }

    public int ChunkBytes { get; }

    /// <summary>The bytes of one row of a chunk.</summary>
    public int RowBytes => ChunkBytes / Chunk[0];

    public long[] MaxDimensions { get; }

    public int UnlimitedCount => MaxDimensions.Count(m => m == Hdf5Shape.Unlimited);

    /// <summary>How many chunks there are at most; <see cref="long.MaxValue"/> where there is no limit.</summary>
    public long MaxChunks
    {
        get
        {
            long count = 1;
            for (var i = 0; i < Rank; i++)
            {
                if (MaxDimensions[i] == Hdf5Shape.Unlimited)
                    return long.MaxValue;
                count = checked(count * Bits.DivideUp(MaxDimensions[i], Chunk[i]));
            }

            return count;
        }
    }

    /// <summary>The number of a chunk in arrays: in the order of rows, the unlimited dimension (if there is one) slowest.</summary>
    public long Number(ReadOnlySpan<long> place)
    {
        long number = 0;
        for (var i = 0; i < place.Length; i++)
            number = checked(number + place[i] * _strides[i]);
        return number;
    }

    /// <summary>Checks that every chunk of a shape has a number.</summary>
    /// <exception cref="OverflowException">The last has none.</exception>
    public void CheckNumbers(Hdf5Shape shape)
    {
        if (shape.Count > 0)
            Number([.. shape.Dimensions.Select((d, i) => (d - 1) / Chunk[i])]);
    }

    private long[] Strides()
    {
        var strides = new long[Rank];
        if (UnlimitedCount > 1)
            return strides;

        long stride = 1;
        for (var i = Rank - 1; i >= 0; i--)
        {
            if (MaxDimensions[i] == Hdf5Shape.Unlimited)
                continue;
            strides[i] = stride;
            stride = checked(stride * Math.Max(1, Bits.DivideUp(MaxDimensions[i], Chunk[i])));
        }

        var unlimited = Array.IndexOf(MaxDimensions, Hdf5Shape.Unlimited);
        if (unlimited >= 0)
            strides[unlimited] = stride;
        return strides;
    }
}
