namespace LabTest.Bench.Formats;

/// <summary>HDF5 beside h5py and Arrow beside the JavaScript apache-arrow package: the tables of docs/formats.md.</summary>
internal sealed class FormatsGroup : IGroup
{
    private readonly Hdf5Rows _hdf5 = new();
    private readonly ArrowRows _arrow = new();

    public string Name => "formats";

    public IEnumerable<Row> Rows() => [.. _hdf5.Rows(), .. _arrow.Rows()];

    public async ValueTask DisposeAsync()
    {
        await _hdf5.DisposeAsync();
        await _arrow.DisposeAsync();
    }
}
