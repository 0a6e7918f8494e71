namespace LabTest.Hdf5;

/// <summary>An array of fixed extents in every element.</summary>
public sealed class Hdf5ArrayType : Hdf5Type
{
    internal Hdf5ArrayType(Hdf5Type element, IReadOnlyList<int> dimensions)
    {
        Element = element;
        Dimensions = dimensions;
        long size = element.Size;
        foreach (var dimension in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1, nameof(dimensions));
            size = size * dimension <= int.MaxValue ? size * dimension : throw new ArgumentException("The array takes more than 2 GiB.", nameof(dimensions));
        }

        Size = (int)size;
    }

    /// <summary>The type of its elements.</summary>
    public Hdf5Type Element { get; }

    /// <summary>Its extents, slowest first.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <inheritdoc/>
    public override int Size { get; }

    internal override bool HasHeapData => Element.HasHeapData;

    internal int Count => Size / Element.Size;

    /// <inheritdoc/>
    public override string ToString() => $"{Element}[{string.Join(", ", Dimensions)}]";
}
