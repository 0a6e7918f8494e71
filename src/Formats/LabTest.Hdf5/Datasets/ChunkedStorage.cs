using System.Runtime.ExceptionServices;
using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Selections;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>A dataset in chunks: appended to row by row, or written and read by boxes.</summary>
internal sealed class ChunkedStorage : RawStorage
{
    private readonly ChunkGrid _grid;
    private readonly ChunkIndex _index;
    private readonly FilterPipeline _pipeline;
    private readonly ChunkReader _reader;
    private readonly FileSink? _sink;
    private readonly PendingChunks? _pending;
    private readonly bool _partialUnfiltered;
    private readonly long[] _appendPlace;
    private readonly int _parallelReads = 2 * Environment.ProcessorCount;
    private Tail? _tail;
    private long[]? _cachedPlace;
    private PooledBytes? _cached;

    public ChunkedStorage(ChunkGrid grid, ChunkIndex index, FilterPipeline pipeline, ChunkReader reader, ChunkEncoder? encoder, bool partialUnfiltered)
    {
        _grid = grid;
        _index = index;
        _pipeline = pipeline;
        _reader = reader;
        _sink = encoder?.Sink;
        _pending = encoder is null ? null : new PendingChunks(encoder, pipeline, index);
        _partialUnfiltered = partialUnfiltered;
        _appendPlace = new long[grid.Rank];
    }

    public override LayoutMessage Layout => new LayoutMessage.Chunked(_grid.Chunk, _grid.ElementSize, _index.Kind, _index.Address, _partialUnfiltered);

    public override bool IsActive => _tail is not null || _pending is { IsEmpty: false };

    public ChunkGrid Grid => _grid;

    private FileSink Sink => _sink ?? throw new InvalidOperationException("The file is open for reading only.");

    /// <summary>Adds whole rows at the end of the first dimension.</summary>
    /// <param name="dimensions">The extents; the first grows.</param>
    /// <param name="rows">The rows' bytes.</param>
    /// <param name="rowBytes">The bytes of one row.</param>
    public void Append(Span<long> dimensions, ReadOnlySpan<byte> rows, long rowBytes)
    {
        CheckWritable();
        var chunkRows = _grid.Chunk[0];
        while (!rows.IsEmpty)
        {
            if (_tail is null)
            {
                var filled = (int)(dimensions[0] % chunkRows);
                if (filled == 0 && rows.Length >= _grid.ChunkBytes && Tail.IsDirectFor(_grid, dimensions))
                {
                    _appendPlace[0] = dimensions[0] / chunkRows;
                    Store(_appendPlace, rows[.._grid.ChunkBytes]);
                    dimensions[0] += chunkRows;
                    rows = rows[_grid.ChunkBytes..];
                    continue;
                }

                _tail = OpenTail(dimensions, filled);
            }

            var count = (int)Math.Min(chunkRows - _tail.Filled, rows.Length / rowBytes);
            _tail.Append(rows[..(int)(count * rowBytes)], count);
            dimensions[0] += count;
            rows = rows[(int)(count * rowBytes)..];
            if (_tail.IsFull)
                CompleteTail();
        }
    }

    /// <summary>Stores the tail as a whole chunk, so that the extents may change in other ways than by appending.</summary>
    public void CompleteTail()
    {
        if (_tail is null)
            return;
        foreach (var column in _tail.Columns)
        {
            if (column.TryComplete())
            {
                column.LeaveSpare();
                column.Dispose();
                continue;
            }

            column.Leave();
            Store(column.Place, column.Buffer);
        }

        _tail = null;
    }

    public override void Read(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth)
    {
        _pending?.Drain();
        var walk = new ChunkWalk(_grid.Chunk, start, count);
        if (!_pipeline.IsEmpty && (long)destination.Length > 2L * _grid.ChunkBytes)
        {
            ReadInParallel(walk, new ChunkWalk(_grid.Chunk, start, count), dimensions, count, destination);
            return;
        }

        while (walk.Next())
        {
            if (TailChunk(walk.Place) is { } tail)
                Copy(tail.Span, walk, count, destination);
            else
                ReadOne(walk, _index.Find(walk.Place), dimensions, count, destination);
        }
    }

    public override void Write(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements)
    {
        CheckWritable();
        _pending!.Drain();
        DropCached();
        var walk = new ChunkWalk(_grid.Chunk, start, count);
        while (walk.Next())
            WriteOne(walk, count, elements);
    }

    public override void Flush(ReadOnlySpan<long> dimensions, Commit commit, bool rest)
    {
        _pending?.Drain();
        if (_tail is { } tail)
        {
            foreach (var column in tail.Columns)
                column.Save(tail.Filled, _index, commit);
            if (rest)
                PutToRest(tail);
        }

        _pending?.Drain();
        _index.Flush(commit);
        if (!rest)
            return;
        _index.Rest();
        DropCached();
    }

    private void CheckWritable()
    {
        Sink.Check();
        if (_partialUnfiltered)
            throw new NotSupportedException("Datasets whose partial chunks bypass the filters are read, not written.");
    }

    private void PutToRest(Tail tail)
    {
        foreach (var column in tail.Columns)
        {
            if (_pipeline.IsEmpty)
            {
                column.LeaveSpare();
                column.Dispose();
                continue;
            }

            column.Leave();
            Store(column.Place, column.Buffer);
        }

        _tail = null;
    }

    private Tail OpenTail(ReadOnlySpan<long> dimensions, int filled)
    {
        if (filled > 0)
            _pending!.Drain();
        var rowBytes = _grid.ChunkBytes / _grid.Chunk[0];
        return new Tail(_grid, dimensions, dimensions[0] / _grid.Chunk[0], filled, place =>
        {
            if (filled == 0)
                return new TailColumn(_grid, Sink, place, _reader.Read(ChunkEntry.Missing), _pipeline.SkipAll);

            var entry = _index.Find(place);
            var buffer = _reader.Read(entry);
            _reader.Fill.Fill(buffer.Span[(filled * rowBytes)..]);      // rows that were written behind the last checkpoint never were
            var column = new TailColumn(_grid, Sink, place, buffer, _pipeline.SkipAll);
            column.Resume(entry, filled);
            return column;
        });
    }

    /// <summary>Stores a new chunk.</summary>
    private void Store(ReadOnlySpan<long> place, ReadOnlySpan<byte> chunk)
    {
        if (!_pipeline.IsEmpty)
        {
            var copy = new PooledBytes(chunk.Length, chunk.Length);
            chunk.CopyTo(copy.Span);
            _pending!.Add(copy, place);
            return;
        }

        var address = Sink.AllocateRaw(chunk.Length);
        Sink.Write(address, chunk);
        _index.Set(place, new ChunkEntry(address, chunk.Length, 0));
    }

    /// <summary>Stores a new chunk and takes its buffer over.</summary>
    private void Store(ReadOnlySpan<long> place, PooledBytes chunk)
    {
        if (!_pipeline.IsEmpty)
        {
            _pending!.Add(chunk, place);
            return;
        }

        using (chunk)
            Store(place, chunk.Span);
    }

    private PooledBytes? TailChunk(ReadOnlySpan<long> place)
    {
        if (_tail is null || place[0] != _tail.Row)
            return null;
        foreach (var column in _tail.Columns)
        {
            if (place.SequenceEqual(column.Place))
                return column.Buffer;
        }

        return null;
    }

    private void ReadOne(ChunkWalk walk, ChunkEntry entry, ReadOnlySpan<long> dimensions, ReadOnlySpan<long> count, Span<byte> destination)
    {
        if (!entry.IsMissing && IsPlain(entry, walk.Place, dimensions))
        {
            ReadPlain(walk, entry, count, destination);
            return;
        }

        if (_cached is null || !walk.Place.AsSpan().SequenceEqual(_cachedPlace))
        {
            DropCached();
            _cached = _reader.Read(entry);
            _cachedPlace = (long[])walk.Place.Clone();
        }

        Copy(_cached.Span, walk, count, destination);
    }

    private bool IsPlain(ChunkEntry entry, ReadOnlySpan<long> place, ReadOnlySpan<long> dimensions)
    {
        if (_reader.IsPlain(entry))
            return true;
        if (!_partialUnfiltered)
            return false;
        for (var i = 0; i < place.Length; i++)
        {
            if ((place[i] + 1) * _grid.Chunk[i] > dimensions[i])
                return true;
        }

        return false;
    }

    /// <summary>Reads from the first to the last row of the chunk that is wanted, straight to its destination where it lies there in one piece.</summary>
    private void ReadPlain(ChunkWalk walk, ChunkEntry entry, ReadOnlySpan<long> count, Span<byte> destination)
    {
        var rowBytes = _grid.ChunkBytes / _grid.Chunk[0];
        var offset = walk.InChunk[0] * rowBytes;
        var length = (int)(walk.Count[0] * rowBytes);
        if (IsOnePiece(walk, count))
        {
            long at = walk.InBox[0];
            for (var i = 1; i < count.Length; i++)
                at *= count[i];
            _reader.ReadPlain(entry, offset, destination.Slice((int)(at * _grid.ElementSize), length));
            return;
        }

        using var rows = new PooledBytes(_grid.ChunkBytes, _grid.ChunkBytes);
        _reader.ReadPlain(entry, offset, rows.Span.Slice((int)offset, length));
        Copy(rows.Span, walk, count, destination);
    }

    private bool IsOnePiece(ChunkWalk walk, ReadOnlySpan<long> count)
    {
        for (var i = 1; i < count.Length; i++)
        {
            if (walk.Count[i] != _grid.Chunk[i] || count[i] != _grid.Chunk[i])
                return false;
        }

        return true;
    }

    private void Copy(ReadOnlySpan<byte> chunk, ChunkWalk walk, ReadOnlySpan<long> count, Span<byte> destination)
    {
        Span<long> extents = stackalloc long[_grid.Rank];
        for (var i = 0; i < extents.Length; i++)
            extents[i] = _grid.Chunk[i];
        BoxCopy.Copy(chunk, extents, walk.InChunk, destination, count, walk.InBox, walk.Count, _grid.ElementSize);
    }

    private void ReadInParallel(ChunkWalk walk, ChunkWalk ahead, ReadOnlySpan<long> dimensions, ReadOnlySpan<long> count, Span<byte> destination)
    {
        var entries = new ChunkEntry[_parallelReads];
        var chunks = new PooledBytes?[_parallelReads];
        while (true)
        {
            var batch = 0;
            for (; batch < _parallelReads && ahead.Next(); batch++)
            {
                entries[batch] = TailChunk(ahead.Place) is null ? _index.Find(ahead.Place) : ChunkEntry.Missing;
                if (IsPlain(entries[batch], ahead.Place, dimensions))
                    entries[batch] = entries[batch] with { FilterMask = _pipeline.SkipAll };
            }

            if (batch == 0)
                return;
            Decode(entries, chunks, batch);
            for (var i = 0; i < batch; i++)
            {
                walk.Next();
                using var chunk = chunks[i];
                if (TailChunk(walk.Place) is { } tail)
                    Copy(tail.Span, walk, count, destination);
                else if (chunk is not null)
                    Copy(chunk.Span, walk, count, destination);
                else
                    ReadOne(walk, ChunkEntry.Missing, dimensions, count, destination);
            }
        }
    }

    private void Decode(ChunkEntry[] entries, PooledBytes?[] chunks, int count)
    {
        try
        {
            Parallel.For(0, count, i => chunks[i] = entries[i].IsMissing ? null : _reader.Read(entries[i]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void WriteOne(ChunkWalk walk, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements)
    {
        if (_tail is { } tail && walk.Place[0] == tail.Row)
        {
            var column = tail.Columns.First(c => c.Place.AsSpan().SequenceEqual(walk.Place));
            CopyBack(elements, walk, count, column.Buffer.Span);
            column.Invalidate();
            return;
        }

        (_index as ImplicitIndex)?.Open();
        var old = _index.Find(walk.Place);
        var chunk = walk.IsWhole ? new PooledBytes(_grid.ChunkBytes, _grid.ChunkBytes) : _reader.Read(old);
        CopyBack(elements, walk, count, chunk.Span);
        if (_index is ImplicitIndex)
        {
            using (chunk)
                Sink.Write(old.Address, chunk.Span);
            return;
        }

        if (!old.IsMissing)
            Sink.Space.Retire(new Extent(old.Address, old.Size));
        Store(walk.Place, chunk);
    }

    private void CopyBack(ReadOnlySpan<byte> elements, ChunkWalk walk, ReadOnlySpan<long> count, Span<byte> chunk)
    {
        Span<long> extents = stackalloc long[_grid.Rank];
        for (var i = 0; i < extents.Length; i++)
            extents[i] = _grid.Chunk[i];
        BoxCopy.Copy(elements, count, walk.InBox, chunk, extents, walk.InChunk, walk.Count, _grid.ElementSize);
    }

    private void DropCached()
    {
        _cached?.Dispose();
        _cached = null;
        _cachedPlace = null;
    }
}
