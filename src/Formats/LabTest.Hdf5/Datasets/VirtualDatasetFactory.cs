using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5.Datasets;

/// <summary>Makes virtual datasets.</summary>
internal static class VirtualDatasetFactory
{
    public static DatasetNode Create<T>(OpenFile file, Hdf5Shape shape, IReadOnlyList<Hdf5VirtualSource> sources, Hdf5Type? given, T? fill)
    {
        foreach (var source in sources)
            Check(shape, source);
        var type = given ?? Hdf5Type.Of<T>();
        var value = DatasetFactory.EncodeFill(file, ElementCodecs.For<T>(type), fill);
        var layout = new LayoutMessage.Virtual(file.Heap.Insert(VirtualMappings.Encode(sources)));
        var storage = new VirtualStorage(file, layout, type, new FillPattern(value, type.Size));
        return DatasetFactory.Create(file, type, shape, storage, new FillValueMessage(AllocationTime.Incremental, 2, value), []);
    }

    private static void Check(Hdf5Shape shape, Hdf5VirtualSource source)
    {
        StoredText.Check(source.File, "The file of a virtual dataset's source", nameof(source));
        StoredText.Check(source.Dataset, "The path of a virtual dataset's source", nameof(source));
        if (source.Target.Rank != shape.Rank)
            throw new ArgumentException($"The target of {source.File}:{source.Dataset} has {source.Target.Rank} dimensions where the dataset has {shape.Rank}.", nameof(source));
        for (var i = 0; i < shape.Rank; i++)
        {
            if (source.Target.Extent(i) > 0 && source.Target.At(i, source.Target.Extent(i) - 1) >= shape.Dimensions[i])
                throw new ArgumentOutOfRangeException(nameof(source), $"The target of {source.File}:{source.Dataset} leaves the {shape.Dimensions[i]} elements of dimension {i}.");
        }

        if (!source.Source.Extents().Where(e => e != 1).SequenceEqual(source.Target.Extents().Where(e => e != 1)))
            throw new ArgumentException($"The source and the target of {source.File}:{source.Dataset} have different extents.", nameof(source));
    }
}
