using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5.Datasets;

/// <summary>How much memory a file may make a reader allocate: not more than its bytes can stand for.</summary>
internal static class ReadLimit
{
    private const long Always = 64 << 20;

    public static void Check(DatasetNode dataset, Hdf5Shape shape)
    {
        var wanted = (Int128)shape.Count * dataset.Type.Size;
        var possible = Always + (Int128)dataset.File.Source.Length * DeflateFilter.LargestRatio;
        if (wanted > possible || shape.Count > Array.MaxLength)
            throw dataset.Origin.Corrupt($"its {shape} elements are more than the file can hold or an array can take; read a sparse dataset by boxes");
    }
}
