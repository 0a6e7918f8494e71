using System.Buffers;
using System.Buffers.Binary;
using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>Writes whole messages, one after the other, reusing all of its memory.</summary>
internal sealed class MessageWriter(IBufferWriter<byte> output, Schema schema, ColumnPlan[] columns)
{
    /// <summary>Up to this size a buffer is asked for in one piece.</summary>
    private const int LargestPiece = 1024 * 1024;

    private static ReadOnlySpan<byte> Zeros => [0, 0, 0, 0, 0, 0, 0, 0];

    private readonly FlatBufferWriter _metadata = new();
    private readonly BatchEncoder _body = new();

    /// <summary>How many bytes have been written.</summary>
    public long Position { get; private set; }

    /// <summary>Whether the last message was begun, but failed before its end.</summary>
    public bool IsTorn { get; private set; }

    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        Position += bytes.Length;
    }

    public void WriteSchema()
    {
        _metadata.Clear();
        _body.Clear();
        WriteMessage(MessageKind.Schema, SchemaEncoder.Encode(_metadata, schema, columns));
    }

    public Block WriteBatch(RecordBatch batch)
    {
        _metadata.Clear();
        _body.Clear();
        for (var i = 0; i < columns.Length; i++)
            _body.Add(columns[i], batch.Column(i).Data);
        return WriteMessage(MessageKind.RecordBatch, EncodeBatch(batch.Length));
    }

    public Block WriteDictionary(DictionaryUpdate update)
    {
        _metadata.Clear();
        _body.Clear();
        _body.Add(update.Column.Values!, update.Values);
        var data = EncodeBatch(update.Values.Length);
        _metadata.StartTable(Slots.DictionaryBatch.Count);
        _metadata.Number(Slots.DictionaryBatch.Id, update.Column.DictionaryId);
        _metadata.Offset(Slots.DictionaryBatch.Data, data);
        _metadata.Bool(Slots.DictionaryBatch.IsDelta, update.IsDelta);
        return WriteMessage(MessageKind.DictionaryBatch, _metadata.EndTable());
    }

    public void WriteEnd()
    {
        Span<byte> marker = stackalloc byte[Framing.PrefixSize];
        Framing.WritePrefix(marker, 0);
        WriteRaw(marker);
    }

    /// <summary>Writes the footer of a file, its length included.</summary>
    public void WriteFooter(ReadOnlySpan<Block> dictionaries, ReadOnlySpan<Block> batches)
    {
        _metadata.Clear();
        var table = SchemaEncoder.Encode(_metadata, schema, columns);
        var dictionaryBlocks = _metadata.Structs(dictionaries);
        var batchBlocks = _metadata.Structs(batches);
        _metadata.StartTable(Slots.Footer.Count);
        _metadata.Offset(Slots.Footer.Schema, table);
        _metadata.Offset(Slots.Footer.Dictionaries, dictionaryBlocks);
        _metadata.Offset(Slots.Footer.RecordBatches, batchBlocks);
        _metadata.Number(Slots.Footer.Version, MetadataVersion.V5);
        var footer = _metadata.Finish(_metadata.EndTable());
        WriteRaw(footer);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        WriteRaw(length);
    }

    private int EncodeBatch(long length)
    {
        var variadicCounts = _body.VariadicCounts.IsEmpty ? 0 : _metadata.Structs(_body.VariadicCounts);
        var buffers = _metadata.Structs(_body.Buffers);
        var nodes = _metadata.Structs(_body.Nodes);
        _metadata.StartTable(Slots.RecordBatch.Count);
        _metadata.Number(Slots.RecordBatch.Length, length);
        _metadata.Offset(Slots.RecordBatch.Nodes, nodes);
        _metadata.Offset(Slots.RecordBatch.Buffers, buffers);
        _metadata.Offset(Slots.RecordBatch.VariadicCounts, variadicCounts);
        return _metadata.EndTable();
    }

    private Block WriteMessage(MessageKind kind, int header)
    {
        _metadata.StartTable(Slots.Message.Count);
        _metadata.Number(Slots.Message.BodyLength, _body.BodyLength);
        _metadata.Offset(Slots.Message.Header, header);
        _metadata.Number(Slots.Message.Version, MetadataVersion.V5);
        _metadata.Number(Slots.Message.HeaderKind, (byte)kind);
        var metadata = _metadata.Finish(_metadata.EndTable());

        var block = new Block(Position, Framing.PrefixSize + metadata.Length, _body.BodyLength);
        if (block.MetadataLength + block.BodyLength > System.Array.MaxLength)
            throw new ArgumentException($"A batch or dictionary takes {_body.BodyLength} bytes, and a message holds less than 2 GiB. Write the batch in slices.");
        IsTorn = true;
        var head = output.GetSpan(Framing.PrefixSize + metadata.Length);
        Framing.WritePrefix(head, metadata.Length);
        metadata.CopyTo(head[Framing.PrefixSize..]);
        output.Advance(Framing.PrefixSize + metadata.Length);
        foreach (ref readonly var segment in _body.Segments)
            WriteSegment(in segment);
        Position += block.MetadataLength + block.BodyLength;
        IsTorn = false;
        return block;
    }

    private void WriteSegment(ref readonly BodySegment segment)
    {
        if (segment.Length == 0)
            return;

        var padded = Framing.Padded(segment.Length);
        if (segment.Length > LargestPiece && !segment.Unchanged.IsEmpty)
        {
            output.Write(segment.Unchanged.Span);
            output.Write(Zeros[..(padded - segment.Length)]);
            return;
        }

        var span = output.GetSpan(padded);
        segment.WriteTo(span[..segment.Length]);
        span[segment.Length..padded].Clear();
        output.Advance(padded);
    }
}
