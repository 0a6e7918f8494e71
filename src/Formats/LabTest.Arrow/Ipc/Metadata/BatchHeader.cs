using LabTest.Arrow.FlatBuffers;

namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>A batch's metadata (Message.fbs, table <c>RecordBatch</c>), read where it lies.</summary>
internal readonly ref struct BatchHeader
{
    /// <summary>Reads a batch's metadata.</summary>
    /// <exception cref="ArrowFormatException">The batch is compressed, or its metadata leaves its own bounds.</exception>
    public BatchHeader(FlatTable batch)
    {
        if (batch.TryTable(Slots.RecordBatch.Compression, out var compression))
            throw new ArrowFormatException($"The body of a batch is compressed ({Codec(compression)}); LabTest.Arrow reads uncompressed ones. Write it without compression.");
        Length = batch.Int64(Slots.RecordBatch.Length);
        Nodes = batch.Structs<FieldNode>(Slots.RecordBatch.Nodes);
        Buffers = batch.Structs<BufferPlace>(Slots.RecordBatch.Buffers);
        VariadicCounts = batch.Structs<long>(Slots.RecordBatch.VariadicCounts);
    }

    /// <summary>The number of rows.</summary>
    public long Length { get; }

    /// <summary>The arrays, a parent before its children.</summary>
    public ReadOnlySpan<FieldNode> Nodes { get; }

    /// <summary>The buffers of the arrays, in the same order.</summary>
    public ReadOnlySpan<BufferPlace> Buffers { get; }

    /// <summary>For each array of views, how many buffers of bytes it has.</summary>
    public ReadOnlySpan<long> VariadicCounts { get; }

    private static string Codec(FlatTable compression) => compression.Byte(Slots.Type.CompressionCodec) switch
    {
        0 => "LZ4_FRAME",
        1 => "ZSTD",
        var codec => $"codec {codec}",
    };
}
