using LabTest.Hdf5;

namespace LabTest.Recording.Files;

/// <summary>Datasets of one length, appended to a block of rows at a time.</summary>
internal sealed class Hdf5Rows(Hdf5Group group, int chunk)
{
    private readonly Dictionary<string, object> _datasets = new(StringComparer.Ordinal);

    /// <summary>The group they are in.</summary>
    public Hdf5Group Group { get; } = group;

    /// <summary>Appends to a dataset, which is made by its first block.</summary>
    public void Append<T>(string name, ReadOnlySpan<T> values, string unit = "")
    {
        if (!_datasets.TryGetValue(name, out var dataset))
        {
            dataset = Group.CreateDataset<T>(name, Hdf5Shape.Rows(), new Hdf5DatasetOptions<T> { Chunk = [chunk] }).Units(unit);
            _datasets.Add(name, dataset);
        }

        ((Hdf5Dataset<T>)dataset).Append(values);
    }
}
