using System.Collections.Immutable;

namespace LabTest.Hdf5;

/// <summary>A regular selection: in every dimension, blocks of equal length at equal distances.</summary>
public sealed class Hdf5Hyperslab
{
    private Hdf5Hyperslab(ImmutableArray<long> start, ImmutableArray<long> stride, ImmutableArray<long> count, ImmutableArray<long> block)
    {
        Start = start;
        Stride = stride;
        Count = count;
        Block = block;
    }

    /// <summary>Where the first block begins, in every dimension.</summary>
    public ImmutableArray<long> Start { get; }

    /// <summary>From the beginning of one block to that of the next.</summary>
    public ImmutableArray<long> Stride { get; }

    /// <summary>How many blocks there are.</summary>
    public ImmutableArray<long> Count { get; }

    /// <summary>How many elements a block has.</summary>
    public ImmutableArray<long> Block { get; }

    /// <summary>How many dimensions there are.</summary>
    public int Rank => Start.Length;

    /// <summary>One block.</summary>
    /// <param name="start">Where it begins, in every dimension.</param>
    /// <param name="count">How many elements it has, in every dimension.</param>
    public static Hdf5Hyperslab Box(ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        var ones = Ones(start.Length);
        return Create(start, ones, ones, count);
    }

    /// <summary>All elements of an array.</summary>
    /// <param name="dimensions">Its extents.</param>
    public static Hdf5Hyperslab All(params ReadOnlySpan<long> dimensions) => Box(new long[dimensions.Length], dimensions);

    /// <summary>Single elements at equal distances.</summary>
    /// <param name="start">The first element, in every dimension.</param>
    /// <param name="stride">The distances, in every dimension.</param>
    /// <param name="count">How many elements, in every dimension.</param>
    public static Hdf5Hyperslab Strided(ReadOnlySpan<long> start, ReadOnlySpan<long> stride, ReadOnlySpan<long> count) =>
        Create(start, stride, count, Ones(start.Length));

    /// <summary>Blocks at equal distances.</summary>
    /// <param name="start">Where the first block begins, in every dimension.</param>
    /// <param name="stride">From the beginning of one block to that of the next.</param>
    /// <param name="count">How many blocks there are.</param>
    /// <param name="block">How many elements a block has.</param>
    public static Hdf5Hyperslab Create(ReadOnlySpan<long> start, ReadOnlySpan<long> stride, ReadOnlySpan<long> count, ReadOnlySpan<long> block)
    {
        if (stride.Length != start.Length || count.Length != start.Length || block.Length != start.Length || start.Length is 0 or > Hdf5Shape.MostDimensions)
            throw new ArgumentException("A hyperslab has a start, a stride, a count and a block for every dimension.", nameof(start));
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] < 0 || stride[i] < 1 || count[i] < 0 || block[i] < 0 || (count[i] > 1 && stride[i] < block[i]))
                throw new ArgumentOutOfRangeException(nameof(start), $"In dimension {i}, {count[i]} blocks of {block[i]} from {start[i]} on, {stride[i]} apart, are impossible.");
            _ = checked(start[i] + (count[i] * stride[i]) + block[i]);
        }

        return new Hdf5Hyperslab([.. start], [.. stride], [.. count], [.. block]);
    }

    /// <summary>How many elements are selected in a dimension.</summary>
    internal long Extent(int dimension) => Count[dimension] * Block[dimension];

    /// <summary>The extents of what is selected.</summary>
    internal long[] Extents()
    {
        var extents = new long[Rank];
        for (var i = 0; i < Rank; i++)
            extents[i] = Extent(i);
        return extents;
    }

    /// <summary>Whether there are no gaps, so that it is one box.</summary>
    internal bool IsBox(int dimension) => Count[dimension] <= 1 || Stride[dimension] == Block[dimension];

    /// <summary>The index of a selected element, given its number among the selected ones.</summary>
    internal long At(int dimension, long number) =>
        Start[dimension] + (number / Block[dimension] * Stride[dimension]) + (number % Block[dimension]);

    /// <summary>How many selected elements come before an index.</summary>
    internal long Before(int dimension, long index)
    {
        if (index <= Start[dimension] || Extent(dimension) == 0)
            return 0;
        var offset = index - Start[dimension];
        var whole = Math.Min(offset / Stride[dimension], Count[dimension]);
        return whole == Count[dimension]
            ? Extent(dimension)
            : (whole * Block[dimension]) + Math.Min(offset - (whole * Stride[dimension]), Block[dimension]);
    }

    private static long[] Ones(int rank)
    {
        var ones = new long[rank];
        Array.Fill(ones, 1);
        return ones;
    }
}
