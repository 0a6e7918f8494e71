using System.Buffers;
using System.Diagnostics;
using System.Numerics.Tensors;
using LabTest.Arrow;
using LabTest.Arrow.Ipc;

namespace LabTest.Bench.Formats;

/// <summary>Batches of 1,000 rows × 8 doubles: written to a reused buffer, read from memory, read and summed.</summary>
internal sealed class ArrowRows : IAsyncDisposable
{
    private const int RowCount = 1000;
    private const int ColumnCount = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(400);

    private readonly ArrowPeer _peer = new();
    private readonly RecordBatch _batch = MakeBatch();
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly byte[] _hundred;
    private double _kept;

    public ArrowRows()
    {
        Write(100);
        _hundred = _output.WrittenSpan.ToArray();
    }

    public IEnumerable<Row> Rows() =>
    [
        Row("arrow-write", 3, "write", () => Write(10)),
        Row("arrow-read", 5, "read", () => Read(_ => { })),
        Row("arrow-read-and-sum", 2, "sum", () => Read(Sum)),
    ];

    public ValueTask DisposeAsync() => _peer.DisposeAsync();

    private Row Row(string name, double wanted, string peerWork, Func<int> work) => new(
        name,
        "batches/s",
        wanted,
        _ => Task.FromResult(Rate(work)),
        cancellationToken => _peer.Rate(peerWork, Duration, cancellationToken));

    private static double Rate(Func<int> work)
    {
        var watch = Stopwatch.StartNew();
        var count = 0L;
        do
        {
            count += work();
        }
        while (watch.Elapsed < Duration);
        return count / watch.Elapsed.TotalSeconds;
    }

    private int Write(int count)
    {
        _output.ResetWrittenCount();
        using var writer = new ArrowStreamWriter(_output, _batch.Schema);
        for (var i = 0; i < count; i++)
            writer.WriteRecordBatch(_batch);
        writer.WriteEnd();
        return count;
    }

    private int Read(Action<RecordBatch> use)
    {
        using var reader = new ArrowStreamReader(_hundred);
        var count = 0;
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            count += batch.Length / RowCount;
            use(batch);
        }

        return count;
    }

    private void Sum(RecordBatch batch)
    {
        for (var i = 0; i < batch.ColumnCount; i++)
            _kept += TensorPrimitives.Sum(((DoubleArray)batch.Column(i)).Values);
    }

    private static RecordBatch MakeBatch()
    {
        var builder = new RecordBatch.Builder();
        for (var c = 0; c < ColumnCount; c++)
            builder.Append($"c{c}", nullable: false, column => column.Double(values => values.AppendRange(Enumerable.Range(0, RowCount).Select(i => c * RowCount + i + 0.5))));
        return builder.Build();
    }
}
