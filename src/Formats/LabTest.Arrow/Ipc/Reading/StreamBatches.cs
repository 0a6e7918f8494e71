using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>The batches of a stream: a schema, then dictionaries and batches.</summary>
internal sealed class StreamBatches(MessageSource messages) : BatchSource
{
    private MessageDecoder? _decoder;

    public override Schema? Schema => _decoder?.Schema;

    public override ArrowStreamEnd End => messages.End;

    public override long Position => messages.Position;

    public override long TornBytes => messages.TornBytes;

    /// <summary>What decodes the messages, once the schema is read.</summary>
    public MessageDecoder? Decoder => _decoder;

    public override bool ReadSchema()
    {
        if (_decoder is null && messages.Read() is { } message)
            _decoder = Begin(message);
        return _decoder is not null;
    }

    public override async ValueTask<bool> ReadSchemaAsync(CancellationToken cancellationToken)
    {
        if (_decoder is null && await messages.ReadAsync(cancellationToken).ConfigureAwait(false) is { } message)
            _decoder = Begin(message);
        return _decoder is not null;
    }

    public override RecordBatch? Read()
    {
        if (!ReadSchema())
            return null;
        while (messages.Read() is { } message)
        {
            if (_decoder!.Accept(message) is { } batch)
                return batch;
        }

        return null;
    }

    public override async ValueTask<RecordBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await ReadSchemaAsync(cancellationToken).ConfigureAwait(false))
            return null;
        while (await messages.ReadAsync(cancellationToken).ConfigureAwait(false) is { } message)
        {
            if (_decoder!.Accept(message) is { } batch)
                return batch;
        }

        return null;
    }

    public override void Dispose() => messages.Dispose();

    private static MessageDecoder Begin(IpcMessage message)
    {
        var header = MessageHeader.Read(message.Metadata.Span);
        if (header.Kind != MessageKind.Schema)
            throw new ArrowFormatException($"The stream begins with a message of kind {header.Kind}; it must begin with its schema.");
        return new MessageDecoder(header.Header, message.Metadata.Length, canReplace: true);
    }
}
