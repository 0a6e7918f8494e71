using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5.Datasets;

/// <summary>How much memory a file may make a reader allocate: not more than its bytes can stand for.</summary>
internal static class ReadLimit
{
    private const long Always = 64 << 20;

    /// <summary>Elements beyond this size are not converted on trust: a damaged type can say that one takes 2 GB.</summary>
    private const int LargeElement = 4096;

    private const long AlwaysOfLarge = 1 << 20;
    private const int LargestElsewhere = 1 << 16;

    public static void Check(DatasetNode dataset, Hdf5Shape shape)
    {
        var wanted = (Int128)shape.Count * dataset.Type.Size;
        if (wanted > Always + Possible(dataset) || shape.Count > Array.MaxLength)
            throw dataset.Origin.Corrupt($"its {shape} elements are more than the file can hold or an array can take; read a sparse dataset by boxes");
    }

    /// <summary>Checks that so many elements may be read into memory of the reader's own, to be converted there.</summary>
    public static void CheckElements(DatasetNode dataset, long count)
    {
        if (dataset.Type.Size <= LargeElement)
            return;
        var wanted = (Int128)count * dataset.Type.Size;
        var held = dataset.Filters.Any(f => f.Id == DeflateFilter.Id) ? Possible(dataset) : dataset.File.Source.Length;

        // The elements of a virtual dataset may lie in other files.
        var elsewhere = dataset.Layout is LayoutMessage.Virtual ? (Int128)count * LargestElsewhere : 0;
        if (wanted > AlwaysOfLarge + held + elsewhere || wanted > Array.MaxLength)
            throw dataset.Origin.Corrupt($"{count} elements of {dataset.Type.Size} bytes are more than the file can hold or an array can take");
    }

    private static Int128 Possible(DatasetNode dataset) => (Int128)dataset.File.Source.Length * DeflateFilter.LargestRatio;
}
