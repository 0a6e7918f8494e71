namespace LabTest.Bench.Formats;

internal sealed class ArrowRows : IAsyncDisposable
{
    public IEnumerable<Row> Rows() => [];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
