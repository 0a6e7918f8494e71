using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Headers;

/// <summary>Collects the messages of a header from its first chunk and all continuations, however a hostile file chains them.</summary>
internal sealed class MessageGathering(FileSource source, byte flags)
{
    private const int MostMessages = 1 << 20;

    private readonly HashSet<long> _seen = [];
    private readonly Queue<Extent> _next = new();
    private long _total;

    public List<HeaderMessage> Messages { get; } = [];

    public List<Extent> Chunks { get; } = [];

    public void ReadNew(Block first, int start)
    {
        ReadNewChunk(first, start);
        while (_next.TryDequeue(out var extent))
        {
            var continuation = source.Fetch(extent.Address, extent.Size, ObjectHeaderReader.Structure);
            continuation.Reader().Signature("OCHK"u8);
            if (extent.Size < 8)
                throw continuation.Origin.Corrupt("a continuation is too short");
            ReadNewChunk(continuation, 4);
        }
    }

    public void ReadOld(Block first)
    {
        ReadOldChunk(first);
        while (_next.TryDequeue(out var extent))
            ReadOldChunk(source.Fetch(extent.Address, extent.Size, ObjectHeaderReader.Structure));
    }

    private void ReadNewChunk(Block block, int start)
    {
        var whole = block.Reader();
        whole.Skip(block.Bytes.Length - 4);
        whole.Checksum();

        var overhead = (flags & 4) != 0 ? 6 : 4;
        var reader = block.Reader(start, block.Bytes.Length - 4 - start);
        while (reader.Remaining >= overhead)
        {
            var type = (MessageType)reader.U8();
            int size = reader.U16();
            var messageFlags = reader.U8();
            int order = overhead == 6 ? reader.U16() : 0;
            Take(ref reader, type, size, messageFlags, order);
        }
    }

    private void ReadOldChunk(Block block)
    {
        var reader = block.Reader();
        while (reader.Remaining >= 8)
        {
            var type = (MessageType)reader.U16();
            int size = reader.U16();
            var messageFlags = reader.U8();
            reader.Skip(3);
            Take(ref reader, type, size, messageFlags, 0);
        }
    }

    private void Take(ref ByteReader reader, MessageType type, int size, byte messageFlags, int order)
    {
        var body = reader.Part(size);
        if (type == MessageType.Nil)
            return;
        if (type != MessageType.Continuation)
        {
            if (Messages.Count >= MostMessages)
                throw reader.Corrupt("it has too many messages");
            Messages.Add(new HeaderMessage(type, messageFlags, body.Bytes(size).ToArray(), order));
            return;
        }

        var extent = new Extent(body.Address(), body.FileLength());
        _total += extent.Size;
        if (!_seen.Add(extent.Address) || _total > source.Length)
            throw reader.Corrupt("its continuations overlap");
        _next.Enqueue(extent);
        Chunks.Add(extent);
    }
}
