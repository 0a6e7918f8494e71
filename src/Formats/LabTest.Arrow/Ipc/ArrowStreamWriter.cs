using System.Buffers;
using LabTest.Arrow.Ipc.Metadata;
using LabTest.Arrow.Ipc.Writing;

namespace LabTest.Arrow.Ipc;

/// <summary>
/// Writes batches to a stream in Arrow's IPC format. To a <see cref="Stream"/> each batch goes in one write that is flushed, so that
/// others can follow; to an <see cref="IBufferWriter{T}"/> it goes straight. A writer belongs to one thread at a time.
/// </summary>
public class ArrowStreamWriter : IDisposable
{
    private readonly MessageSink _sink;
    private readonly MessageWriter _messages;
    private readonly ColumnPlan[] _columns;
    private readonly DictionaryTracker _dictionaries;
    private bool _hasStarted;
    private bool _hasEnded;

    /// <summary>Writes to a stream, which is disposed with the writer.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public ArrowStreamWriter(Stream stream, Schema schema)
        : this(stream, schema, leaveOpen: false)
    {
    }

    /// <summary>Writes to a stream.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public ArrowStreamWriter(Stream stream, Schema schema, bool leaveOpen)
        : this(stream, schema, leaveOpen, options: null)
    {
    }

    /// <summary>Writes to a stream.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public ArrowStreamWriter(Stream stream, Schema schema, bool leaveOpen, IpcOptions? options)
        : this(new StreamSink(stream, leaveOpen), schema, ColumnPlan.Of(schema), options, canReplaceDictionaries: true)
    {
    }

    /// <summary>Writes to a buffer of the caller's, without another copy.</summary>
    public ArrowStreamWriter(IBufferWriter<byte> output, Schema schema, IpcOptions? options = null)
        : this(new BufferSink(output), schema, ColumnPlan.Of(schema), options, canReplaceDictionaries: true)
    {
    }

    private protected ArrowStreamWriter(MessageSink sink, Schema schema, ColumnPlan[] columns, IpcOptions? options, bool canReplaceDictionaries)
    {
        Framing.RequireLittleEndian();
        Schema = schema;
        _sink = sink;
        _columns = columns;
        _messages = new MessageWriter(sink.Output, schema, columns);
        _dictionaries = new DictionaryTracker((options ?? new IpcOptions()).DictionaryUpdates, canReplaceDictionaries);
    }

    /// <summary>The columns of all batches.</summary>
    public Schema Schema { get; }

    /// <summary>
    /// Opens a stream that was cut off, or ended, to go on behind its last whole batch: what follows that batch, an end-of-stream
    /// marker too, is cut off.
    /// </summary>
    /// <param name="stream">A stream that can be read, written, sought and cut; it is read from its beginning.</param>
    /// <param name="leaveOpen">Whether the stream is left open when the writer is disposed.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, written and sought.</exception>
    /// <exception cref="ArrowFormatException">There is no whole schema, or what stands before the end is no Arrow stream; nothing is cut then.</exception>
    public static ArrowStreamWriter Resume(Stream stream, bool leaveOpen = false, IpcOptions? options = null)
    {
        var tail = StreamTail.Find(stream);
        stream.SetLength(tail.Position);
        stream.Position = tail.Position;
        var writer = new ArrowStreamWriter(new StreamSink(stream, leaveOpen), tail.Schema, tail.Columns, options, canReplaceDictionaries: true)
        {
            _hasStarted = true,
        };
        writer._dictionaries.Know(tail.Dictionaries);
        return writer;
    }

    /// <summary>Writes the schema now; the first batch does so too.</summary>
    /// <exception cref="InvalidOperationException">The stream was ended, or an earlier write failed.</exception>
    public void WriteStart()
    {
        EncodeStart();
        _sink.Flush();
    }

    /// <summary>Writes the schema now; the first batch does so too.</summary>
    /// <exception cref="InvalidOperationException">The stream was ended, or an earlier write failed.</exception>
    public async Task WriteStartAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EncodeStart();
        await _sink.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a batch, with the schema and dictionaries that must go before it.</summary>
    /// <exception cref="ArgumentException">The batch has other columns, or a null where there may be none.</exception>
    /// <exception cref="InvalidOperationException">The stream was ended, or an earlier write failed.</exception>
    public void WriteRecordBatch(RecordBatch recordBatch)
    {
        Encode(recordBatch);
        _sink.Flush();
    }

    /// <summary>Writes a batch, with the schema and dictionaries that must go before it.</summary>
    /// <exception cref="ArgumentException">The batch has other columns, or a null where there may be none.</exception>
    /// <exception cref="InvalidOperationException">The stream was ended, or an earlier write failed.</exception>
    public async Task WriteRecordBatchAsync(RecordBatch recordBatch, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Encode(recordBatch);
        await _sink.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the end-of-stream marker; nothing can follow it.</summary>
    /// <exception cref="InvalidOperationException">The stream was ended, or an earlier write failed.</exception>
    public void WriteEnd()
    {
        EncodeEnd();
        _sink.Flush();
    }

    /// <summary>Writes the end-of-stream marker; nothing can follow it.</summary>
    /// <exception cref="InvalidOperationException">The stream was ended, or an earlier write failed.</exception>
    public async Task WriteEndAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EncodeEnd();
        await _sink.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Disposes the stream, if it was handed over. The end-of-stream marker is not written by that.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the stream, if it was handed over.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _sink.Dispose();
    }

    /// <summary>Writes what goes before the schema.</summary>
    private protected virtual void WriteHead(MessageWriter messages)
    {
    }

    /// <summary>Learns where a dictionary or batch was written.</summary>
    private protected virtual void Wrote(MessageKind kind, Block block)
    {
    }

    /// <summary>Writes what goes behind the end-of-stream marker.</summary>
    private protected virtual void WriteTail(MessageWriter messages)
    {
    }

    private void EncodeStart()
    {
        if (_hasEnded)
            throw new InvalidOperationException("The stream has been ended; open it with Resume to go on.");
        if (_messages.IsTorn || _sink.IsTorn)
            throw new InvalidOperationException("An earlier write failed, so that the stream may end in a torn message; open it with Resume to go on.");
        if (_hasStarted)
            return;
        WriteHead(_messages);
        _messages.WriteSchema();
        _hasStarted = true;
    }

    private void Encode(RecordBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Check(batch);
        EncodeStart();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (!_columns[i].HoldsDictionaries)
                continue;
            foreach (var update in _dictionaries.Updates(_columns[i], batch.Column(i).Data))
                Wrote(MessageKind.DictionaryBatch, _messages.WriteDictionary(update));
        }

        Wrote(MessageKind.RecordBatch, _messages.WriteBatch(batch));
    }

    private void EncodeEnd()
    {
        EncodeStart();
        _messages.WriteEnd();
        WriteTail(_messages);
        _hasEnded = true;
    }

    private void Check(RecordBatch batch)
    {
        if (!TypeEquality.Same(Schema, batch.Schema))
            throw new ArgumentException($"The stream has the columns {Schema}; the batch has {batch.Schema}.", nameof(batch));
        for (var i = 0; i < _columns.Length; i++)
        {
            if (!_columns[i].Field.IsNullable && batch.Column(i).NullCount > 0)
                throw new ArgumentException($"Column '{_columns[i].Field.Name}' is declared to hold no nulls, but in this batch it does.", nameof(batch));
        }
    }
}
