using System.Collections.Immutable;

namespace LabTest.Hdf5;

/// <summary>The extents of a dataset or attribute, and how far they may grow (the dataspace message of the specification, IV.A.2.b).</summary>
public sealed class Hdf5Shape
{
    /// <summary>As a maximum: no limit.</summary>
    public const long Unlimited = -1;

    /// <summary>The most dimensions that HDF5 knows.</summary>
    public const int MostDimensions = 32;

    private Hdf5Shape(bool isNull, ImmutableArray<long> dimensions, ImmutableArray<long> maxima)
    {
        IsNull = isNull;
        Dimensions = dimensions;
        MaxDimensions = maxima;
    }

    /// <summary>No element at all.</summary>
    public static Hdf5Shape Null { get; } = new(true, [], []);

    /// <summary>One element, without dimensions.</summary>
    public static Hdf5Shape Scalar { get; } = new(false, [], []);

    /// <summary>Whether there is no element at all.</summary>
    public bool IsNull { get; }

    /// <summary>Whether there is one element, without dimensions.</summary>
    public bool IsScalar => !IsNull && Dimensions.IsEmpty;

    /// <summary>The extents, slowest first.</summary>
    public ImmutableArray<long> Dimensions { get; }

    /// <summary>The maxima, slowest first; <see cref="Unlimited"/> where there is none.</summary>
    public ImmutableArray<long> MaxDimensions { get; }

    /// <summary>How many dimensions there are.</summary>
    public int Rank => Dimensions.Length;

    /// <summary>How many elements there are.</summary>
    /// <exception cref="OverflowException">More than fit a <see cref="long"/>.</exception>
    public long Count => IsNull ? 0 : Product(Dimensions.AsSpan());

    /// <summary>Rows to be appended without limit: the first dimension is 0 and grows.</summary>
    /// <param name="row">The extents of one row; none where a row is one element.</param>
    public static Hdf5Shape Rows(params ReadOnlySpan<long> row) => Extensible([0, .. row], [Unlimited, .. row]);

    /// <summary>Extents that never change.</summary>
    /// <param name="dimensions">The extents, slowest first.</param>
    public static Hdf5Shape Fixed(params ReadOnlySpan<long> dimensions) => Extensible(dimensions, dimensions);

    /// <summary>Extents that may grow.</summary>
    /// <param name="dimensions">The extents now, slowest first.</param>
    /// <param name="maxima">How far each may grow: <see cref="Unlimited"/>, or a number not below the extent.</param>
    public static Hdf5Shape Extensible(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> maxima)
    {
        if (dimensions.Length != maxima.Length || dimensions.Length is 0 or > MostDimensions)
            throw new ArgumentException($"A shape has 1 to {MostDimensions} dimensions and as many maxima; given are {dimensions.Length} and {maxima.Length}.", nameof(dimensions));
        for (var i = 0; i < dimensions.Length; i++)
        {
            if (dimensions[i] < 0 || (maxima[i] != Unlimited && maxima[i] < dimensions[i]))
                throw new ArgumentOutOfRangeException(nameof(dimensions), $"Dimension {i} has the extent {dimensions[i]} and the maximum {maxima[i]}.");
        }

        return new Hdf5Shape(false, [.. dimensions], [.. maxima]);
    }

    /// <inheritdoc/>
    public override string ToString() => IsNull ? "null" : IsScalar ? "scalar" : $"({string.Join(", ", Dimensions)})";

    internal static long Product(ReadOnlySpan<long> dimensions)
    {
        long count = 1;
        foreach (var dimension in dimensions)
            count = checked(count * dimension);
        return count;
    }

    /// <summary>Checks that the bytes of all elements, and of each row, can be counted.</summary>
    internal static void CheckBytes(ReadOnlySpan<long> dimensions, int elementSize, string parameter)
    {
        Int128 bytes = elementSize;
        foreach (var dimension in dimensions)
        {
            bytes *= Math.Max(1, dimension);
            if (bytes > long.MaxValue)
                throw new ArgumentOutOfRangeException(parameter, $"The extents ({string.Join(", ", dimensions.ToArray())}) in elements of {elementSize} bytes are beyond the {long.MaxValue} bytes that a dataset can have.");
        }
    }

    internal Hdf5Shape With(ReadOnlySpan<long> dimensions) => new(false, [.. dimensions], MaxDimensions);
}
