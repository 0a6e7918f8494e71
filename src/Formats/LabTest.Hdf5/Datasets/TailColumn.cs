using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>
/// A chunk that rows are still added to. Each checkpoint writes it, unfiltered, to the one of two slots that the last checkpoint does
/// not point to, and only the rows that this slot lacks; a chunk that lies inside a page is overwritten there by one write.
/// </summary>
internal sealed class TailColumn(ChunkGrid grid, FileSink sink, long[] place, PooledBytes buffer, uint plainMask) : IDisposable
{
    private readonly int _rowBytes = grid.RowBytes;
    private int _storedRows;
    private Extent? _spare;
    private int _spareRows;
    private bool _rewritten;

    public long[] Place => place;

    public PooledBytes Buffer => buffer;

    /// <summary>What the index says of the chunk.</summary>
    public ChunkEntry Stored { get; private set; } = ChunkEntry.Missing;

    private bool IsStoredPlain => !Stored.IsMissing && Stored.Size == grid.ChunkBytes && Stored.FilterMask == plainMask;

    /// <summary>Takes over a chunk that is in the file already.</summary>
    public void Resume(ChunkEntry stored, int rows)
    {
        Stored = stored;
        _storedRows = rows;
    }

    /// <summary>Says that rows before the last ones have changed.</summary>
    public void Invalidate()
    {
        _storedRows = 0;
        _spareRows = 0;
        _rewritten = true;
    }

    /// <summary>Writes so many rows for a checkpoint and tells the index where they are.</summary>
    public void Save(int rows, ChunkIndex index, Commit commit)
    {
        if (rows == _storedRows && IsStoredPlain)
            return;

        if (IsStoredPlain && Page.Holds(Stored.Address, grid.ChunkBytes))
        {
            commit.Overwrite(SwitchRank.Content, Stored.Address, buffer.Span[..(rows * _rowBytes)].ToArray());
            _storedRows = rows;
            return;
        }

        var (target, targetRows) = (_spare, _spareRows);
        if (IsStoredPlain)
            (_spare, _spareRows) = (new Extent(Stored.Address, Stored.Size), _storedRows);
        else
            RetireStored();

        Stored = new ChunkEntry(target?.Address ?? Allocate(), grid.ChunkBytes, plainMask);
        Write(target is null ? -1 : targetRows, rows);
        _storedRows = rows;
        index.Set(place, Stored);
    }

    /// <summary>Completes a chunk inside a page in place, by one write that changes no row before the last; false where it must be stored elsewhere.</summary>
    public bool TryComplete()
    {
        if (_rewritten || plainMask != 0 || !IsStoredPlain || !Page.Holds(Stored.Address, grid.ChunkBytes))
            return false;
        sink.Write(Stored.Address, buffer.Span);
        return true;
    }

    /// <summary>Gives up the places in the file: the chunk will be stored elsewhere.</summary>
    public void Leave()
    {
        RetireStored();
        LeaveSpare();
    }

    /// <summary>Lets go of a chunk that stays where it is stored.</summary>
    public void Rest()
    {
        LeaveSpare();
        Dispose();
    }

    public void Dispose() => buffer.Dispose();

    private long Allocate() => grid.ChunkBytes <= Page.Size ? sink.Allocate(grid.ChunkBytes) : sink.AllocateRaw(grid.ChunkBytes);

    /// <summary>Gives up the place that no checkpoint points to.</summary>
    private void LeaveSpare()
    {
        if (_spare is { } spare)
            sink.Space.Retire(spare);
        _spare = null;
    }

    private void RetireStored()
    {
        if (!Stored.IsMissing)
            sink.Space.Retire(new Extent(Stored.Address, Stored.Size));
        Stored = ChunkEntry.Missing;
    }

    /// <summary>Writes the rows that the slot lacks; all of the chunk to a slot that was never used for it.</summary>
    private void Write(int from, int to)
    {
        if (from < 0)
            sink.Write(Stored.Address, buffer.Span);
        else if (from < to)
            sink.Write(Stored.Address + (long)from * _rowBytes, buffer.Span[(from * _rowBytes)..(to * _rowBytes)]);
    }
}
