
namespace LabTest.Hdf5.Storage;

/// <summary>Writes to a file. After the first failure it takes nothing more, so that the last checkpoint stays whole.</summary>
internal sealed class FileSink(IByteStore store, SpaceAllocator space)
{
    private Hdf5WriteException? _failure;

    public long End => space.End;

    public SpaceAllocator Space => space;

    /// <summary>Allocates metadata: inside one page where it fits.</summary>
    public long Allocate(int size)
    {
        Check();
        try
        {
            return size <= Page.Size ? space.AllocateInPage(size) : space.Allocate(size);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Fail(e);
        }
    }

    /// <summary>Allocates raw data.</summary>
    public long AllocateRaw(long size)
    {
        Check();
        try
        {
            return space.Allocate(size);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Fail(e);
        }
    }

    public void Write(long address, ReadOnlySpan<byte> bytes)
    {
        Check();
        try
        {
            store.Write(address, bytes);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Fail(e);
        }
    }

    public void Sync()
    {
        Check();
        try
        {
            store.Sync();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Fail(e);
        }
    }

    public void Check()
    {
        if (Volatile.Read(ref _failure) is { } failure)
            throw new Hdf5WriteException(failure.FileName, failure.InnerException!);
    }

    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Overwrites a committed structure at the checkpoint's end, or writes a new one at once.</summary>
    public void Put(Commit commit, SwitchRank rank, long address, byte[] image, bool committed)
    {
        if (committed)
            commit.Overwrite(rank, address, image);
        else
            Write(address, image);
    }

    private Hdf5WriteException Fail(Exception inner)
    {
        var failure = new Hdf5WriteException(store.Name, inner);
        return Interlocked.CompareExchange(ref _failure, failure, null) ?? failure;
    }

    private static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException;
}
