using Microsoft.Win32.SafeHandles;

namespace LabTest.Hdf5.Storage;

/// <summary>A file of the operating system, read and written at offsets, without a buffer of our own.</summary>
internal sealed class FileByteStore : IByteStore
{
    private readonly SafeFileHandle _handle;

    private readonly bool _isWriter;

    // How long the writer has made it: it is shorter only where another program cut it.
    private long _made;

    private FileByteStore(string name, SafeFileHandle handle, bool isWriter)
    {
        Name = name;
        _handle = handle;
        _isWriter = isWriter;
        _made = isWriter ? Length : 0;
    }

    public string Name { get; }

    public long Length => RandomAccess.GetLength(_handle);

    /// <summary>Opens for writing, alone: others may read meanwhile, nobody else may write.</summary>
    public static FileByteStore OpenWrite(string path, FileMode mode)
    {
        var replaces = mode == FileMode.Create;
        var handle = File.OpenHandle(path, replaces ? FileMode.OpenOrCreate : mode, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            WriterLock.Take(handle, path);
            if (replaces)
                RandomAccess.SetLength(handle, 0);
            return new FileByteStore(path, handle, isWriter: true);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Opens for reading, also while another process writes.</summary>
    public static FileByteStore OpenRead(string path) =>
        new(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), isWriter: false);

    public int Read(long offset, Span<byte> destination)
    {
        var total = 0;
        while (total < destination.Length)
        {
            var read = RandomAccess.Read(_handle, destination[total..], offset + total);
            if (read == 0)
                break;
            total += read;
        }

        return total;
    }

    public IByteMap? Map(long offset, long length) => new FileByteMap(_handle, offset, length);

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        CheckNotCut();
        RandomAccess.Write(_handle, bytes, offset);
        if (offset + bytes.Length > Volatile.Read(ref _made))
            Volatile.Write(ref _made, offset + bytes.Length);
    }

    public void SetLength(long length)
    {
        var now = CheckNotCut();
        if (length < now)
            Volatile.Write(ref _made, length);
        if (length <= now || !DiskSpace.TryReserve(_handle, now, length - now))
            RandomAccess.SetLength(_handle, length);
        Volatile.Write(ref _made, length);
    }

    public void Sync()
    {
        CheckNotCut();
        DataSync.Flush(_handle);
    }

    public void Dispose()
    {
        if (_isWriter && !_handle.IsClosed)
            WriterLock.Release(_handle);
        _handle.Dispose();
    }

    // What is written behind a cut would leave a hole of zeros where numbers were, and nothing would tell.
    private long CheckNotCut()
    {
        while (true)
        {
            // In this order: while others write, the file grows before the number does, and shrinks after it.
            var made = Volatile.Read(ref _made);
            var now = Length;
            if (now >= made)
                return now;
            if (made == Volatile.Read(ref _made))
                throw new IOException($"Another program cut the file to {now} bytes while it was being written; {made} are written");
        }
    }
}
