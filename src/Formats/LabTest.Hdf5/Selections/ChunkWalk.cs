namespace LabTest.Hdf5.Selections;

/// <summary>Goes through the chunks that a box touches, in the order of rows, with the part of the box in each.</summary>
internal sealed class ChunkWalk
{
    private readonly int[] _chunk;
    private readonly long[] _start;
    private readonly long[] _end;
    private readonly long[] _first;
    private readonly long[] _last;
    private bool _started;
    private bool _ended;

    public ChunkWalk(int[] chunk, ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        var rank = chunk.Length;
        _chunk = chunk;
        _start = start.ToArray();
        _end = new long[rank];
        _first = new long[rank];
        _last = new long[rank];
        InChunk = new long[rank];
        InBox = new long[rank];
        Count = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            IsEmpty |= count[i] == 0;
            _end[i] = start[i] + count[i];
            _first[i] = start[i] / chunk[i];
            _last[i] = count[i] == 0 ? _first[i] : (_end[i] - 1) / chunk[i];
        }

        Place = (long[])_first.Clone();
    }

    public bool IsEmpty { get; }

    /// <summary>The chunk's place in the grid.</summary>
    public long[] Place { get; }

    /// <summary>Where the part begins in the chunk.</summary>
    public long[] InChunk { get; }

    /// <summary>Where the part begins in the box.</summary>
    public long[] InBox { get; }

    /// <summary>The extents of the part.</summary>
    public long[] Count { get; }

    /// <summary>Whether the part is the whole chunk.</summary>
    public bool IsWhole
    {
        get
        {
            for (var i = 0; i < _chunk.Length; i++)
            {
                if (Count[i] != _chunk[i])
                    return false;
            }

            return true;
        }
    }

    /// <summary>Goes to the next chunk; once there is none, there never is one again.</summary>
    public bool Next()
    {
        _ended = IsEmpty || _ended || (_started && !Advance());
        if (_ended)
            return false;

        _started = true;
        for (var i = 0; i < _chunk.Length; i++)
        {
            var origin = Place[i] * _chunk[i];
            var from = Math.Max(_start[i], origin);
            InChunk[i] = from - origin;
            InBox[i] = from - _start[i];
            Count[i] = Math.Min(_end[i], origin + _chunk[i]) - from;
        }

        return true;
    }

    private bool Advance()
    {
        for (var i = Place.Length - 1; i >= 0; i--)
        {
            if (++Place[i] <= _last[i])
                return true;
            Place[i] = _first[i];
        }

        return false;
    }
}
