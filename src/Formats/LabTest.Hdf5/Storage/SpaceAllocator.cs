using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Storage;

/// <summary>
/// Hands out the space of a file. It alone lets the file grow, and does so before it hands the space out, so that no write extends
/// the file and the file is never shorter than the end that a superblock stores.
/// </summary>
internal sealed class SpaceAllocator
{
    private const int LargeBlock = 8 * Page.Size;
    private const long SmallestStep = 64 << 10;
    private const long LargestStep = 16 << 20;
    private const int Grain = 8;

    private readonly Lock _gate = new();
    private readonly IByteStore _store;
    private readonly FreeSpace _free = new();
    private readonly RetiredSpace _retired;
    private readonly long _foreignEnd;
    private Extent _segment;
    private long _length;
    private long _startedCheckpoint;
    private bool _durable;

    public SpaceAllocator(IByteStore store, long end, RetiredSpace retired)
    {
        _store = store;
        _retired = retired;
        _length = store.Length;
        End = end;
        _foreignEnd = end;
    }

    /// <summary>The end of all space handed out; the file is at least as long.</summary>
    public long End { get; private set; }

    /// <summary>Space for raw data and for metadata larger than a page; on a page's edge where that costs little.</summary>
    public long Allocate(long size)
    {
        size = Bits.RoundUp(size, Grain);
        var alignment = size >= LargeBlock || size % Page.Size == 0 ? Page.Size : Grain;
        lock (_gate)
        {
            var address = _free.Take(size, alignment, inPage: false);
            return address >= 0 ? address : Grow(size, alignment);
        }
    }

    /// <summary>Space for a structure of at most a page, wholly inside one page.</summary>
    public long AllocateInPage(int bytes)
    {
        var size = Bits.RoundUp(bytes, Grain);
        lock (_gate)
        {
            var address = _free.Take(size, Grain, inPage: true);
            if (address >= 0)
                return address;

            address = Bits.RoundUp(_segment.Address, Grain);
            if (!Page.Holds(address, size))
                address = Bits.RoundUp(address, Page.Size);
            if (address + size > _segment.End)
            {
                _free.Add(_segment);
                var length = Math.Clamp(Bits.RoundUp(End / 64, Page.Size), Page.Size, SmallestStep);
                _segment = new Extent(Grow(length, Page.Size), length);
                address = _segment.Address;
            }

            _free.Add(new Extent(_segment.Address, address - _segment.Address));
            _segment = new Extent(address + size, _segment.End - address - size);
            return address;
        }
    }

    /// <summary>Space that was handed out and never written to by a checkpoint: free at once.</summary>
    public void GiveBack(Extent extent)
    {
        lock (_gate)
            _free.Add(Whole(extent));
    }

    /// <summary>Space that the last checkpoint still points to and the next will not.</summary>
    public void Retire(Extent extent)
    {
        lock (_gate)
            _retired.Add(Whole(extent), _startedCheckpoint + 1);
    }

    public long StartCheckpoint()
    {
        lock (_gate)
            return ++_startedCheckpoint;
    }

    public void CompleteCheckpoint(long number, bool durable)
    {
        lock (_gate)
        {
            _durable |= durable;
            if (durable || !_durable)
                _retired.Release(number, _free);
        }
    }

    /// <summary>Gives up the free space at the end of the file, before the last checkpoint.</summary>
    public void TrimEnd()
    {
        lock (_gate)
        {
            _free.Add(_segment);
            _segment = default;
            End = _free.TakeBack(End);
        }
    }

    /// <summary>Cuts the file to the end, once a superblock with that end is written.</summary>
    public void CutFile()
    {
        lock (_gate)
        {
            if (_length > End)
                _store.SetLength(End);
            _length = End;
        }
    }

    /// <summary>
    /// All that was handed out for a structure, so that free neighbours touch. What was in the file before may have been allocated by
    /// others, who count in bytes.
    /// </summary>
    private Extent Whole(Extent extent) => extent.Address < _foreignEnd ? extent : extent with { Size = Bits.RoundUp(extent.Size, Grain) };

    private long Grow(long size, int alignment)
    {
        var address = Bits.RoundUp(End, alignment);
        var end = address + size;
        if (end > _length)
            Lengthen(end);
        if (address > End)
            _free.Add(new Extent(End, address - End));
        End = end;
        return address;
    }

    private void Lengthen(long end)
    {
        var step = Math.Clamp(end / 8, SmallestStep, LargestStep);
        try
        {
            _store.SetLength(Bits.RoundUp(end + step, Page.Size));
            _length = Bits.RoundUp(end + step, Page.Size);
        }
        catch (IOException)
        {
            _store.SetLength(end);      // a limit on the file's size may leave room for just this
            _length = end;
        }
    }
}
