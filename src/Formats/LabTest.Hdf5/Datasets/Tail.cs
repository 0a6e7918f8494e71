using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Selections;

namespace LabTest.Hdf5.Datasets;

/// <summary>The last row of chunks of a dataset while rows are added to it: one chunk, or several beside one another.</summary>
internal sealed class Tail : IDisposable
{
    private readonly ChunkGrid _grid;
    private readonly long[] _rowExtents;
    private readonly bool _isDirect;

    public Tail(ChunkGrid grid, ReadOnlySpan<long> dimensions, long row, int filled, Func<long[], TailColumn> open)
    {
        _grid = grid;
        _rowExtents = dimensions[1..].ToArray();
        Row = row;
        Filled = filled;
        _isDirect = IsDirectFor(grid, dimensions);

        List<TailColumn> columns = [];
        var walk = new ChunkWalk(grid.Chunk, [row * grid.Chunk[0], .. new long[grid.Rank - 1]], [1, .. _rowExtents]);
        while (walk.Next())
            columns.Add(open((long[])walk.Place.Clone()));
        Columns = columns;
    }

    /// <summary>Its place in the first dimension of the grid.</summary>
    public long Row { get; }

    /// <summary>How many rows of elements it has.</summary>
    public int Filled { get; private set; }

    public IReadOnlyList<TailColumn> Columns { get; }

    public bool IsFull => Filled == _grid.Chunk[0];

    /// <summary>Whether rows lie in a chunk just as they do in memory.</summary>
    public static bool IsDirectFor(ChunkGrid grid, ReadOnlySpan<long> dimensions)
    {
        for (var i = 1; i < grid.Rank; i++)
        {
            if (grid.Chunk[i] != dimensions[i])
                return false;
        }

        return true;
    }

    /// <summary>The column at a place in the grid, or null.</summary>
    public TailColumn? At(ReadOnlySpan<long> place)
    {
        if (place[0] != Row)
            return null;
        foreach (var column in Columns)
        {
            if (place.SequenceEqual(column.Place))
                return column;
        }

        return null;
    }

    /// <summary>Adds rows that still fit.</summary>
    public void Append(ReadOnlySpan<byte> rows, int count)
    {
        if (_isDirect)
        {
            rows.CopyTo(Columns[0].Buffer.Span[(Filled * _grid.RowBytes)..]);
        }
        else
        {
            Copy(rows, Filled, count);
        }

        Filled += count;
    }

    public void Dispose()
    {
        foreach (var column in Columns)
            column.Dispose();
    }

    private void Copy(ReadOnlySpan<byte> rows, int first, int count)
    {
        var rank = _grid.Rank;
        long[] extents = [count, .. _rowExtents];
        var chunk = _grid.Extents;
        var from = new long[rank];
        var to = new long[rank];
        var part = new long[rank];
        to[0] = first;
        part[0] = count;
        foreach (var column in Columns)
        {
            for (var i = 1; i < rank; i++)
            {
                from[i] = column.Place[i] * chunk[i];
                part[i] = Math.Min(chunk[i], extents[i] - from[i]);
            }

            BoxCopy.Copy(rows, extents, from, column.Buffer.Span, chunk, to, part, _grid.ElementSize);
        }
    }
}
