namespace LabTest.Hdf5.Selections;

/// <summary>Goes through the runs of bytes that a box takes in an array, in order.</summary>
internal ref struct BoxRuns
{
    private readonly ReadOnlySpan<long> _count;
    private readonly long[] _stride;
    private readonly long[] _index;
    private readonly int _inner;
    private bool _started;

    public BoxRuns(ReadOnlySpan<long> extents, ReadOnlySpan<long> start, ReadOnlySpan<long> count, int elementSize)
    {
        _count = count;
        var rank = count.Length;
        _stride = new long[rank];
        long size = elementSize;
        IsEmpty = false;
        for (var i = rank - 1; i >= 0; i--)
        {
            IsEmpty |= count[i] == 0;
            _stride[i] = size;
            Offset += start[i] * size;
            size *= extents[i];
        }

        _inner = Math.Max(rank - 1, 0);
        Length = rank == 0 ? elementSize : count[_inner] * elementSize;
        while (_inner > 0 && Length == _stride[_inner - 1])
            Length *= count[--_inner];
        _index = new long[_inner + 1];
    }

    public bool IsEmpty { get; }

    /// <summary>Where the run begins, in bytes.</summary>
    public long Offset { get; private set; }

    /// <summary>How many bytes it has.</summary>
    public long Length { get; }

    public bool Next()
    {
        if (!_started)
        {
            _started = true;
            return !IsEmpty;
        }

        for (var dimension = _inner - 1; dimension >= 0; dimension--)
        {
            Offset += _stride[dimension];
            if (++_index[dimension] < _count[dimension])
                return true;
            Offset -= _count[dimension] * _stride[dimension];
            _index[dimension] = 0;
        }

        return false;
    }
}
