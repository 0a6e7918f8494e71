namespace LabTest.Bench.Formats;

internal sealed class Hdf5Rows : IAsyncDisposable
{
    public IEnumerable<Row> Rows() => [];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
