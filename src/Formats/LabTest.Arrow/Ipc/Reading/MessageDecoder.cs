using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Turns messages into batches, keeping the dictionaries that go before them.</summary>
internal sealed class MessageDecoder
{
    private readonly BatchDecoder _batches;
    private readonly bool _canReplace;

    /// <summary>Reads the schema that all messages go by.</summary>
    /// <param name="table">The schema.</param>
    /// <param name="metadataLength">The length of the metadata that the schema stands in.</param>
    /// <param name="canReplace">Whether a dictionary may be replaced; in a file it may not, since its batches are read in any order.</param>
    public MessageDecoder(FlatTable table, int metadataLength, bool canReplace)
    {
        Framing.RequireLittleEndian();
        (Schema, Columns) = SchemaDecoder.Decode(table, metadataLength);
        Dictionaries = new DictionaryStore(Columns);
        _batches = new BatchDecoder(Dictionaries);
        _canReplace = canReplace;
    }

    public Schema Schema { get; }

    public ColumnPlan[] Columns { get; }

    public DictionaryStore Dictionaries { get; }

    /// <summary>The batch in a message, or <see langword="null"/> if the message is a dictionary.</summary>
    public RecordBatch? Accept(IpcMessage message)
    {
        var header = MessageHeader.Read(message.Metadata.Span);
        switch (header.Kind)
        {
            case MessageKind.RecordBatch:
                return Batch(new BatchHeader(header.Header), message.Body);
            case MessageKind.DictionaryBatch:
                Dictionary(header.Header, message.Body);
                return null;
            default:
                throw new ArrowFormatException($"A message of kind {header.Kind} stands where a batch should.");
        }
    }

    private RecordBatch Batch(BatchHeader header, ReadOnlyMemory<byte> body)
    {
        if (header.Length is < 0 or > int.MaxValue)
            throw new ArrowFormatException($"A batch claims {header.Length} rows.");
        var arrays = System.Array.ConvertAll(_batches.Decode(Columns, header, body), ArrowArrayFactory.BuildArray);
        return RecordBatch.OfFitting(Schema, (int)header.Length, arrays);
    }

    private void Dictionary(FlatTable table, ReadOnlyMemory<byte> body)
    {
        if (!table.TryTable(Slots.DictionaryBatch.Data, out var data))
            throw new ArrowFormatException("A dictionary has no values.");

        var id = table.Int64(Slots.DictionaryBatch.Id);
        var values = _batches.Decode([Dictionaries.ValuesOf(id)], new BatchHeader(data), body)[0];
        if (table.Bool(Slots.DictionaryBatch.IsDelta))
            Dictionaries.Extend(id, values);
        else if (_canReplace || !Dictionaries.Has(id))
            Dictionaries.Replace(id, values);
        else
            throw new ArrowFormatException($"The file replaces dictionary {id}, which only streams may.");
    }
}
