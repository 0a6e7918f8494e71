using System.Buffers.Binary;
using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Ipc.Metadata;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>The batches of a file (Arrow columnar format, "IPC File Format"), found through its footer and read in any order.</summary>
internal sealed class FileBatches(ByteSource source) : BatchSource
{
    private const int TailSize = sizeof(int) + 6;

    private MessageDecoder? _decoder;
    private Block[] _batches = [];
    private int _next;
    private ReadOnlyMemory<byte> _bytes;

    public override Schema? Schema => _decoder?.Schema;

    public override ArrowStreamEnd End => _decoder is not null && _next == _batches.Length ? ArrowStreamEnd.Marker : ArrowStreamEnd.NotReached;

    public override long Position => _next == 0 ? 0 : EndOf(_batches[_next - 1]);

    public override long TornBytes => 0;

    /// <summary>The number of batches, once the schema is read.</summary>
    public int Count => _batches.Length;

    public override bool ReadSchema()
    {
        if (_decoder is null)
        {
            foreach (var (offset, length) in Open())
                _bytes = source.Read(offset, length);
        }

        return true;
    }

    public override async ValueTask<bool> ReadSchemaAsync(CancellationToken cancellationToken)
    {
        if (_decoder is null)
        {
            foreach (var (offset, length) in Open())
                _bytes = await source.ReadAsync(offset, length, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    public override RecordBatch? Read()
    {
        ReadSchema();
        return _next < _batches.Length ? Read(_next++) : null;
    }

    public override async ValueTask<RecordBatch?> ReadAsync(CancellationToken cancellationToken)
    {
        await ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
        return _next < _batches.Length ? await ReadAsync(_next++, cancellationToken).ConfigureAwait(false) : null;
    }

    public RecordBatch Read(int index)
    {
        var (offset, length) = Range(_batches[index]);
        return Batch(_batches[index], source.Read(offset, length));
    }

    public async ValueTask<RecordBatch> ReadAsync(int index, CancellationToken cancellationToken)
    {
        var (offset, length) = Range(_batches[index]);
        return Batch(_batches[index], await source.ReadAsync(offset, length, cancellationToken).ConfigureAwait(false));
    }

    public override void Dispose() => source.Dispose();

    /// <summary>Opens the file. Asks for bytes, which it then finds in <c>_bytes</c>, so that they can be read in either way.</summary>
    private IEnumerable<(long Offset, int Length)> Open()
    {
        if (source.Length < ArrowFile.HeadSize + TailSize)
            throw new ArrowFormatException($"A file of {source.Length} bytes is no Arrow file.");

        yield return (0, ArrowFile.HeadSize);
        if (!_bytes.Span.StartsWith(ArrowFile.Magic))
            throw new ArrowFormatException("The file does not begin with ARROW1; it may be an Arrow stream.");

        yield return (source.Length - TailSize, TailSize);
        var footerLength = BinaryPrimitives.ReadInt32LittleEndian(_bytes.Span);
        if (!_bytes.Span.EndsWith(ArrowFile.Magic))
            throw new ArrowFormatException("The file does not end with ARROW1: it was cut, or is still being written.");
        if (footerLength <= 0 || footerLength > source.Length - ArrowFile.HeadSize - TailSize)
            throw new ArrowFormatException($"The file claims a footer of {footerLength} bytes.");

        yield return (source.Length - TailSize - footerLength, footerLength);
        var (decoder, dictionaries, batches) = Footer(_bytes.Span);
        CheckSizes(dictionaries, batches);
        foreach (var block in dictionaries)
        {
            yield return Range(block);
            if (decoder.Accept(Message(block, _bytes)) is not null)
                throw new ArrowFormatException("The footer names a batch as a dictionary.");
        }

        _batches = batches;
        _decoder = decoder;
    }

    private static (MessageDecoder Decoder, Block[] Dictionaries, Block[] Batches) Footer(ReadOnlySpan<byte> bytes)
    {
        var footer = FlatTable.Root(bytes);
        MetadataVersion.Require(footer.Int16(Slots.Footer.Version));
        if (!footer.TryTable(Slots.Footer.Schema, out var schema))
            throw new ArrowFormatException("The footer has no schema.");
        return (
            new MessageDecoder(schema, bytes.Length, canReplace: false),
            footer.Structs<Block>(Slots.Footer.Dictionaries).ToArray(),
            footer.Structs<Block>(Slots.Footer.RecordBatches).ToArray());
    }

    /// <summary>No block leaves the file, and together they are no larger than it: else a small file could stand for any amount of work.</summary>
    private void CheckSizes(Block[] dictionaries, Block[] batches)
    {
        var left = source.Length;
        foreach (var block in dictionaries.Concat(batches))
        {
            var length = Framing.BodyLength(block.BodyLength) + (long)(int)block.MetadataLength;
            left -= length;
            if (block.BodyLength < 0 || (int)block.MetadataLength < Framing.PrefixSize || length > System.Array.MaxLength
                || block.Offset < 0 || block.Offset > source.Length - length || left < 0)
                throw new ArrowFormatException($"The footer names a batch of {length} bytes at {block.Offset}, which is not in the file.");
        }
    }

    private static long EndOf(Block block) => block.Offset + (int)block.MetadataLength + block.BodyLength;

    private static (long Offset, int Length) Range(Block block) => (block.Offset, (int)block.MetadataLength + (int)block.BodyLength);

    private static IpcMessage Message(Block block, ReadOnlyMemory<byte> bytes)
    {
        var length = Framing.ReadPrefix(bytes.Span[..Framing.PrefixSize], block.Offset);
        if (length <= 0 || length > (int)block.MetadataLength - Framing.PrefixSize)
            throw new ArrowFormatException($"The message at byte {block.Offset} has metadata of {length} bytes, the footer says {(int)block.MetadataLength}.");
        return new IpcMessage(bytes.Slice(Framing.PrefixSize, length), bytes[(int)block.MetadataLength..]);
    }

    private RecordBatch Batch(Block block, ReadOnlyMemory<byte> bytes) => _decoder!.Accept(Message(block, bytes))
        ?? throw new ArrowFormatException("The footer names a dictionary as a batch.");
}
