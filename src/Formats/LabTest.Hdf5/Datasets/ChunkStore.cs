using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>Stores new chunks: at once where they pass no filters, else when they come out of them.</summary>
internal sealed class ChunkStore(ChunkIndex index, FilterPipeline pipeline, ChunkEncoder encoder)
{
    private readonly PendingChunks _pending = new(encoder, pipeline, index);

    public FileSink Sink => encoder.Sink;

    /// <summary>Whether no chunk is on its way.</summary>
    public bool IsEmpty => _pending.IsEmpty;

    /// <summary>Stores a copy of a chunk.</summary>
    public void Add(ReadOnlySpan<long> place, ReadOnlySpan<byte> chunk)
    {
        if (pipeline.IsEmpty)
        {
            var address = Sink.AllocateRaw(chunk.Length);
            Sink.Write(address, chunk);
            index.Set(place, new ChunkEntry(address, chunk.Length, 0));
            return;
        }

        var copy = new PooledBytes(chunk.Length, chunk.Length);
        chunk.CopyTo(copy.Span);
        _pending.Add(copy, place);
    }

    /// <summary>Stores a chunk and takes its buffer over.</summary>
    public void Add(ReadOnlySpan<long> place, PooledBytes chunk)
    {
        if (!pipeline.IsEmpty)
        {
            _pending.Add(chunk, place);
            return;
        }

        using (chunk)
            Add(place, chunk.Span);
    }

    /// <summary>Returns when all chunks are in the index.</summary>
    public void Drain() => _pending.Drain();
}
