using System.Buffers;
using System.Runtime.InteropServices;
using LabTest.Arrow.Ipc.Metadata;
using LabTest.Arrow.Ipc.Writing;

namespace LabTest.Arrow.Ipc;

/// <summary>
/// Writes batches to a file in Arrow's IPC format (also known as Feather version 2). Nobody can read it before
/// <see cref="ArrowStreamWriter.WriteEnd"/>; what is to be followed or to survive a crash is written as a stream.
/// </summary>
public sealed class ArrowFileWriter : ArrowStreamWriter
{
    private readonly List<Block> _dictionaries = [];
    private readonly List<Block> _batches = [];

    /// <summary>Writes to a stream, which is disposed with the writer.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public ArrowFileWriter(Stream stream, Schema schema)
        : this(stream, schema, leaveOpen: false)
    {
    }

    /// <summary>Writes to a stream, which need not be sought.</summary>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public ArrowFileWriter(Stream stream, Schema schema, bool leaveOpen)
        : base(new StreamSink(stream, leaveOpen), schema, ColumnPlan.Of(schema), options: null, canReplaceDictionaries: false)
    {
    }

    /// <summary>Writes to a buffer of the caller's, without another copy.</summary>
    public ArrowFileWriter(IBufferWriter<byte> output, Schema schema)
        : base(new BufferSink(output), schema, ColumnPlan.Of(schema), options: null, canReplaceDictionaries: false)
    {
    }

    private protected override void WriteHead(MessageWriter messages)
    {
        Span<byte> head = stackalloc byte[ArrowFile.HeadSize];
        head.Clear();
        ArrowFile.Magic.CopyTo(head);
        messages.WriteRaw(head);
    }

    private protected override void Wrote(MessageKind kind, Block block) =>
        (kind == MessageKind.DictionaryBatch ? _dictionaries : _batches).Add(block);

    private protected override void WriteTail(MessageWriter messages)
    {
        messages.WriteFooter(CollectionsMarshal.AsSpan(_dictionaries), CollectionsMarshal.AsSpan(_batches));
        messages.WriteRaw(ArrowFile.Magic);
    }
}
