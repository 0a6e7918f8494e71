using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Groups;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>A virtual dataset: its elements are those of other datasets; where a source is missing, the fill value.</summary>
internal sealed class VirtualStorage(OpenFile file, LayoutMessage.Virtual layout, Hdf5Type type, FillPattern fill) : RawStorage
{
    private const int Deepest = 16;

    private List<VirtualMapping>? _mappings;

    public override LayoutMessage Layout => layout;

    public override void Read(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth)
    {
        if (depth >= Deepest)
            throw file.Source.Origin("virtual dataset", layout.Mappings.Collection).Corrupt($"virtual datasets lead to one another more than {Deepest} deep");

        fill.Fill(destination);
        var left = Hdf5Shape.Product(count);
        foreach (var mapping in Mappings())
        {
            if (Find(mapping) is { } source)
                left = Read(mapping, source, dimensions, start, count, destination, depth + 1, left);
        }
    }

    public override void Write(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements) =>
        throw new NotSupportedException("A virtual dataset is written through its sources.");

    public override void Flush(ReadOnlySpan<long> dimensions, Commit commit, bool rest)
    {
    }

    private List<VirtualMapping> Mappings()
    {
        if (_mappings is not null)
            return _mappings;
        if (layout.Mappings.Collection == FileAddress.Undefined)
            return _mappings = [];
        var content = file.Heap.Read(layout.Mappings, 0);
        return _mappings = VirtualMappings.Decode(new ByteReader(content.Span, file.Source.Sizes, file.Source.Origin("virtual dataset", layout.Mappings.Collection)));
    }

    private DatasetNode? Find(VirtualMapping mapping)
    {
        if (mapping.File == ".")
            return PathWalk.Find(file.Root, mapping.Dataset) as DatasetNode;
        return file.Externals.Open(mapping.File) is { } other ? PathWalk.Find(other.Root, mapping.Dataset) as DatasetNode : null;
    }

    /// <summary>
    /// Reads what a mapping has of the box, at most as many elements as are left of it: mappings that overlap, several deep, would
    /// otherwise let a small file ask for work without end.
    /// </summary>
    /// <returns>How many elements are left.</returns>
    private long Read(
        VirtualMapping mapping, DatasetNode source, ReadOnlySpan<long> dimensions,
        ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth, long left)
    {
        var origin = file.Source.Origin("virtual dataset", layout.Mappings.Collection);
        var sourceDimensions = source.Shape.Dimensions;
        if (dimensions.IsEmpty || sourceDimensions.IsEmpty)
            throw origin.Corrupt($"a mapping from {mapping.File}:{mapping.Dataset} is from or to a dataset without dimensions, which is not known");
        var target = mapping.Target ?? All(dimensions, origin);
        var from = mapping.Source ?? All(sourceDimensions.AsSpan(), origin);
        if (target.Rank != dimensions.Length || from.Rank != sourceDimensions.Length)
            throw origin.Corrupt($"a mapping from {mapping.File}:{mapping.Dataset} has the wrong rank");
        var axes = Match(from, target, origin);

        // In every dimension: which of the selected elements, by their numbers, lie in the box that is read and exist in the source.
        long[] first = new long[target.Rank], number = new long[target.Rank];
        for (var i = 0; i < target.Rank; i++)
        {
            first[i] = target.Before(i, start[i]);
            var end = target.Before(i, start[i] + count[i]);
            if (axes[i] >= 0)
                end = Math.Min(end, from.Before(axes[i], sourceDimensions[axes[i]]));
            number[i] = end - first[i];
            if (number[i] <= 0)
                return left;
        }

        for (var i = 0; i < from.Rank; i++)
        {
            if (from.At(i, 0) >= sourceDimensions[i])
                return left;
        }

        left -= Hdf5Shape.Product(number);
        if (left < 0)
            throw origin.Corrupt("its mappings overlap");

        new SelectionTransfer(source, type, from, target, axes, start, count).Run(first, number, destination, depth);
        return left;
    }

    private static Hdf5Hyperslab All(ReadOnlySpan<long> dimensions, BlockOrigin origin)
    {
        try
        {
            return Hdf5Hyperslab.All(dimensions);
        }
        catch (OverflowException)
        {
            throw origin.Corrupt($"the extents ({string.Join(", ", dimensions.ToArray())}) are out of range");
        }
    }

    /// <summary>For every dimension of the target the one of the source that it follows; -1 for dimensions of extent 1 that have none.</summary>
    private static int[] Match(Hdf5Hyperslab source, Hdf5Hyperslab target, BlockOrigin origin)
    {
        var axes = new int[target.Rank];
        var next = 0;
        for (var i = 0; i < target.Rank; i++)
        {
            while (next < source.Rank && source.Extent(next) == 1 && target.Extent(i) != 1)
                next++;
            if (next < source.Rank && source.Extent(next) == target.Extent(i))
                axes[i] = next++;
            else if (target.Extent(i) == 1)
                axes[i] = -1;
            else
                throw origin.Corrupt("a mapping between selections of different extents is not known");
        }

        for (; next < source.Rank; next++)
        {
            if (source.Extent(next) != 1)
                throw origin.Corrupt("a mapping between selections of different extents is not known");
        }

        return axes;
    }
}
