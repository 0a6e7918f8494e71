using LabTest.Hdf5;

namespace LabTest.Recording.Files;

/// <summary>Datasets of one length, appended to a block of rows at a time.</summary>
internal sealed class Hdf5Rows(Hdf5Group group, int chunk)
{
    private readonly Dictionary<string, object> _datasets = new(StringComparer.Ordinal);

    /// <summary>The group they are in.</summary>
    public Hdf5Group Group { get; } = group;

    /// <summary>Appends to a dataset, which is made by its first block.</summary>
    /// <returns>Whether it was the first.</returns>
    public bool Append<T>(string name, ReadOnlySpan<T> values, string unit = "")
    {
        var isNew = !_datasets.TryGetValue(name, out var dataset);
        if (isNew)
            _datasets.Add(name, dataset = Make<T>(name).Units(unit));
        ((Hdf5Dataset<T>)dataset!).Append(values);
        return isNew;
    }

    /// <summary>Appends times, in nanoseconds since 1970, to the dataset <c>time</c>.</summary>
    public void AppendTimes(ReadOnlySpan<long> times)
    {
        if (!_datasets.TryGetValue("time", out var dataset))
            _datasets.Add("time", dataset = Make<long>("time").Times());
        ((Hdf5Dataset<long>)dataset).Append(times);
    }

    private Hdf5Dataset<T> Make<T>(string name) => Group.CreateDataset<T>(name, Hdf5Shape.Rows(), new Hdf5DatasetOptions<T> { Chunk = [chunk] });
}
