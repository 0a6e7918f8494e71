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
    private readonly ChunkReader _chunks;
    private readonly ChunkBoxReader _reader;
    private readonly ChunkStore? _store;
    private readonly bool _partialUnfiltered;
    private readonly long[] _appendPlace;
    private Tail? _tail;

    public ChunkedStorage(ChunkGrid grid, ChunkIndex index, FilterPipeline pipeline, ChunkReader chunks, ChunkEncoder? encoder, bool partialUnfiltered)
    {
        _grid = grid;
        _index = index;
        _pipeline = pipeline;
        _chunks = chunks;
        _reader = new ChunkBoxReader(grid, index, pipeline, chunks, partialUnfiltered);
        _store = encoder is null ? null : new ChunkStore(index, pipeline, encoder);
        _partialUnfiltered = partialUnfiltered;
        _appendPlace = new long[grid.Rank];
    }

    public override LayoutMessage Layout => new LayoutMessage.Chunked(_grid.Chunk, _grid.ElementSize, _index.Kind, _index.Address, _partialUnfiltered);

    public override bool IsActive => _tail is not null || _store is { IsEmpty: false };

    private ChunkStore Store => _store ?? throw new InvalidOperationException("The file is open for reading only.");

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
                    Store.Add(_appendPlace, rows[.._grid.ChunkBytes]);
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
    public void CompleteTail() => EndTail(static column => column.TryComplete());

    public override void Read(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth)
    {
        _store?.Drain();
        _reader.Read(_tail, dimensions, start, count, destination);
    }

    public override void Write(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements)
    {
        CheckWritable();
        Store.Drain();
        _reader.DropCached();
        var walk = new ChunkWalk(_grid.Chunk, start, count);
        while (walk.Next())
            WriteOne(walk, count, elements);
    }

    public override void Flush(ReadOnlySpan<long> dimensions, Commit commit, bool rest)
    {
        _store?.Drain();
        if (_tail is { } tail)
        {
            foreach (var column in tail.Columns)
                column.Save(tail.Filled, _index, commit);
            if (rest)
                EndTail(_ => _pipeline.IsEmpty);        // what is saved is the chunk as it is
        }

        _store?.Drain();
        _index.Flush(commit);
        if (!rest)
            return;
        _index.Rest();
        _reader.DropCached();
    }

    private void CheckWritable()
    {
        Store.Sink.Check();
        if (_partialUnfiltered)
            throw new NotSupportedException("Datasets whose partial chunks bypass the filters are read, not written.");
    }

    private Tail OpenTail(ReadOnlySpan<long> dimensions, int filled)
    {
        if (filled > 0)
            Store.Drain();
        return new Tail(_grid, dimensions, dimensions[0] / _grid.Chunk[0], filled, place =>
        {
            var entry = filled == 0 ? ChunkEntry.Missing : _index.Find(place);
            var buffer = _chunks.Read(entry);
            _chunks.Fill.Fill(buffer.Span[(filled * _grid.RowBytes)..]);      // rows that were written behind the last checkpoint never were
            var column = new TailColumn(_grid, Store.Sink, place, buffer, _pipeline.SkipAll);
            column.Resume(entry, filled);
            return column;
        });
    }

    /// <summary>Lets go of the tail: of its chunks that stay where they are, and of others once they are on their way to a new place.</summary>
    private void EndTail(Predicate<TailColumn> stays)
    {
        if (_tail is null)
            return;
        _reader.DropCached();       // it may be from before the tail was opened
        foreach (var column in _tail.Columns)
        {
            if (stays(column))
            {
                column.Rest();
                continue;
            }

            column.Leave();
            Store.Add(column.Place, column.Buffer);
        }

        _tail = null;
    }

    private void WriteOne(ChunkWalk walk, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements)
    {
        if (_tail?.At(walk.Place) is { } column)
        {
            Copy(elements, walk, count, column.Buffer.Span);
            column.Invalidate();
            return;
        }

        (_index as ImplicitIndex)?.Open();
        var old = _index.Find(walk.Place);
        var chunk = walk.IsWhole ? new PooledBytes(_grid.ChunkBytes, _grid.ChunkBytes) : _chunks.Read(old);
        Copy(elements, walk, count, chunk.Span);
        if (_index is ImplicitIndex)
        {
            using (chunk)
                Store.Sink.Write(old.Address, chunk.Span);
            return;
        }

        if (!old.IsMissing)
            Store.Sink.Space.Retire(new Extent(old.Address, old.Size));
        Store.Add(walk.Place, chunk);
    }

    private void Copy(ReadOnlySpan<byte> elements, ChunkWalk walk, ReadOnlySpan<long> count, Span<byte> chunk) =>
        BoxCopy.Copy(elements, count, walk.InBox, chunk, _grid.Extents, walk.InChunk, walk.Count, _grid.ElementSize);
}
