using System.Runtime.ExceptionServices;
using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Selections;

namespace LabTest.Hdf5.Datasets;

/// <summary>
/// Reads boxes of elements out of chunks: of those without filters only the rows that are wanted, of others all, several at a time. The
/// last filtered chunk stays in memory, for who reads row by row.
/// </summary>
internal sealed class ChunkBoxReader(ChunkGrid grid, ChunkIndex index, FilterPipeline pipeline, ChunkReader reader, bool partialUnfiltered)
{
    private readonly int _parallelReads = 2 * Environment.ProcessorCount;
    private long[]? _cachedPlace;
    private PooledBytes? _cached;

    /// <summary>Reads a box.</summary>
    /// <param name="tail">The chunks that rows are still added to, if there are any.</param>
    /// <param name="dimensions">The extents of the dataset.</param>
    /// <param name="start">Where the box begins.</param>
    /// <param name="count">Its extents.</param>
    /// <param name="destination">Room for its elements.</param>
    public void Read(Tail? tail, ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination)
    {
        var walk = new ChunkWalk(grid.Chunk, start, count);
        if (!pipeline.IsEmpty && destination.Length > 2L * grid.ChunkBytes)
        {
            ReadInParallel(tail, walk, new ChunkWalk(grid.Chunk, start, count), dimensions, count, destination);
            return;
        }

        while (walk.Next())
        {
            if (tail?.At(walk.Place) is { } column)
                Copy(column.Buffer.Span, walk, count, destination);
            else
                ReadOne(walk, index.Find(walk.Place), dimensions, count, destination);
        }
    }

    /// <summary>Forgets the chunk in memory.</summary>
    public void DropCached()
    {
        _cached?.Dispose();
        _cached = null;
        _cachedPlace = null;
    }

    private void ReadOne(ChunkWalk walk, ChunkEntry entry, ReadOnlySpan<long> dimensions, ReadOnlySpan<long> count, Span<byte> destination)
    {
        if (entry.IsMissing)
            Fill(walk, count, destination);
        else if (IsPlain(entry, walk.Place, dimensions))
            ReadPlain(walk, entry, count, destination);
        else
            Copy(Cached(walk.Place, entry), walk, count, destination);
    }

    private ReadOnlySpan<byte> Cached(long[] place, ChunkEntry entry)
    {
        if (_cached is null || !place.AsSpan().SequenceEqual(_cachedPlace))
        {
            DropCached();
            _cached = reader.Read(entry);
            _cachedPlace = (long[])place.Clone();
        }

        return _cached.Span;
    }

    private bool IsPlain(ChunkEntry entry, ReadOnlySpan<long> place, ReadOnlySpan<long> dimensions)
    {
        if (reader.IsPlain(entry))
            return true;
        if (!partialUnfiltered)
            return false;
        for (var i = 0; i < place.Length; i++)
        {
            if ((place[i] + 1) * grid.Chunk[i] > dimensions[i])
                return true;
        }

        return false;
    }

    /// <summary>Reads from the first to the last row of the chunk that is wanted, straight to its destination where it lies there in one piece.</summary>
    private void ReadPlain(ChunkWalk walk, ChunkEntry entry, ReadOnlySpan<long> count, Span<byte> destination)
    {
        var offset = walk.InChunk[0] * grid.RowBytes;
        var length = (int)(walk.Count[0] * grid.RowBytes);
        if (IsOnePiece(walk, count))
        {
            long at = walk.InBox[0];
            for (var i = 1; i < count.Length; i++)
                at *= count[i];
            reader.ReadPlain(entry, offset, destination.Slice((int)(at * grid.ElementSize), length));
            return;
        }

        reader.CheckPlain(entry);
        using var rows = new PooledBytes(grid.ChunkBytes, grid.ChunkBytes);
        reader.ReadPlain(entry, offset, rows.Span.Slice((int)offset, length));
        Copy(rows.Span, walk, count, destination);
    }

    private bool IsOnePiece(ChunkWalk walk, ReadOnlySpan<long> count)
    {
        for (var i = 1; i < count.Length; i++)
        {
            if (walk.Count[i] != grid.Chunk[i] || count[i] != grid.Chunk[i])
                return false;
        }

        return true;
    }

    private void Copy(ReadOnlySpan<byte> chunk, ChunkWalk walk, ReadOnlySpan<long> count, Span<byte> destination) =>
        BoxCopy.Copy(chunk, grid.Extents, walk.InChunk, destination, count, walk.InBox, walk.Count, grid.ElementSize);

    /// <summary>What a chunk holds that was never written; no memory is taken for it, however large chunks are said to be.</summary>
    private void Fill(ChunkWalk walk, ReadOnlySpan<long> count, Span<byte> destination)
    {
        var runs = new BoxRuns(count, walk.InBox, walk.Count, grid.ElementSize);
        while (runs.Next())
            reader.Fill.Fill(destination.Slice((int)runs.Offset, (int)runs.Length));
    }

    private void ReadInParallel(Tail? tail, ChunkWalk walk, ChunkWalk ahead, ReadOnlySpan<long> dimensions, ReadOnlySpan<long> count, Span<byte> destination)
    {
        var entries = new ChunkEntry[_parallelReads];
        var chunks = new PooledBytes?[_parallelReads];
        while (true)
        {
            var batch = 0;
            for (; batch < _parallelReads && ahead.Next(); batch++)
            {
                entries[batch] = tail?.At(ahead.Place) is null ? index.Find(ahead.Place) : ChunkEntry.Missing;
                if (IsPlain(entries[batch], ahead.Place, dimensions))
                    entries[batch] = entries[batch] with { FilterMask = pipeline.SkipAll };
            }

            if (batch == 0)
                return;
            Decode(entries, chunks, batch);
            for (var i = 0; i < batch; i++)
            {
                walk.Next();
                using var chunk = chunks[i];
                if ((tail?.At(walk.Place)?.Buffer ?? chunk) is { } whole)
                    Copy(whole.Span, walk, count, destination);
                else
                    Fill(walk, count, destination);
            }
        }
    }

    private void Decode(ChunkEntry[] entries, PooledBytes?[] chunks, int count)
    {
        try
        {
            Parallel.For(0, count, i => chunks[i] = entries[i].IsMissing ? null : reader.Read(entries[i]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
