using LabTest.Arrow.Ipc.Reading;
using LabTest.Arrow.Memory;

namespace LabTest.Arrow.Ipc;

/// <summary>
/// Reads batches from a stream in Arrow's IPC format, which may still be growing and may have been cut off: whole batches are given,
/// and <see cref="End"/> tells what is behind them. A reader belongs to one thread at a time; its batches to any.
/// </summary>
/// <remarks>
/// At the end of the bytes a read gives <see langword="null"/>. It can be repeated later: if the stream has grown by then, reading goes
/// on where it stopped, also within a batch.
/// </remarks>
public class ArrowStreamReader : IArrowReader, IDisposable
{
    private readonly BatchSource _batches;

    /// <summary>Reads from a stream, which is disposed with the reader. The batches own their memory.</summary>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public ArrowStreamReader(Stream stream)
        : this(stream, leaveOpen: false)
    {
    }

    /// <summary>Reads from a stream. The batches own their memory.</summary>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public ArrowStreamReader(Stream stream, bool leaveOpen)
        : this(new StreamBatches(new StreamMessages(stream, leaveOpen)))
    {
    }

    /// <summary>Reads from memory. The batches share it: it must not change while they are used.</summary>
    public ArrowStreamReader(ReadOnlyMemory<byte> buffer)
        : this(new StreamBatches(new MemoryMessages(new MemoryBytes(buffer))))
    {
    }

    private protected ArrowStreamReader(BatchSource batches) => _batches = batches;

    /// <summary>The columns; read when first asked for.</summary>
    /// <exception cref="ArrowFormatException">There is no whole schema, or not one that can be read.</exception>
    public Schema Schema => _batches.ReadSchema() ? _batches.Schema! : throw NoSchema();

    /// <summary>What the last read found behind the batch it gave, or instead of one.</summary>
    public ArrowStreamEnd End => _batches.End;

    /// <summary>How many bytes from where reading began the whole messages take: where a torn tail begins.</summary>
    public long Position => _batches.Position;

    /// <summary>How many bytes of a torn message follow <see cref="Position"/>.</summary>
    public long TornBytes => _batches.TornBytes;

    /// <summary>
    /// Reads a stream that lies in a file, through a mapping and without copies. The batches are good until the reader is disposed;
    /// what the file grows by after it was opened is not seen, and it must not be cut meanwhile.
    /// </summary>
    public static ArrowStreamReader FromFile(string filename) => new(new StreamBatches(new MemoryMessages(new MappedBytes(MappedFile.Open(filename)))));

    /// <summary>The columns; read when first asked for.</summary>
    /// <exception cref="ArrowFormatException">There is no whole schema, or not one that can be read.</exception>
    public async ValueTask<Schema> GetSchema(CancellationToken cancellationToken = default) =>
        await _batches.ReadSchemaAsync(cancellationToken).ConfigureAwait(false) ? _batches.Schema! : throw NoSchema();

    /// <summary>The next whole batch, or <see langword="null"/> and the reason in <see cref="End"/>.</summary>
    /// <exception cref="ArrowFormatException">What stands there is no batch of this stream.</exception>
    public RecordBatch? ReadNextRecordBatch() => _batches.Read();

    /// <summary>The next whole batch, or <see langword="null"/> and the reason in <see cref="End"/>.</summary>
    /// <exception cref="ArrowFormatException">What stands there is no batch of this stream.</exception>
    public ValueTask<RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) => _batches.ReadAsync(cancellationToken);

    /// <summary>Disposes the stream, if it was handed over, or takes the mapping down.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the stream, if it was handed over, or takes the mapping down.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _batches.Dispose();
    }

    private ArrowFormatException NoSchema() => new($"The stream ends {TornBytes} bytes into its schema.");
}
