using LabTest.Recording.Journal;

namespace LabTest.Recording.Tests;

/// <summary>A journal in memory on a disk that fails as a test wants it.</summary>
internal sealed class FailingStore : IJournalStore
{
    private readonly Lock _lock = new();
    private byte[] _bytes = [];

    /// <summary>What a sync ends with.</summary>
    public Exception? OnSync { get; set; }

    /// <summary>How many more bytes there is room for.</summary>
    public long Room { get; set; } = long.MaxValue;

    public int Syncs { get; private set; }

    public byte[] Bytes
    {
        get
        {
            lock (_lock)
                return [.. _bytes];
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long at)
    {
        lock (_lock)
        {
            var fits = (int)Math.Min(bytes.Length, Room);
            if (at + fits > _bytes.Length)
                Array.Resize(ref _bytes, (int)at + fits);
            bytes[..fits].CopyTo(_bytes.AsSpan((int)at));
            Room -= fits;
            if (fits < bytes.Length)
                throw new IOException("No space left on device");
        }
    }

    public void Cut(long length)
    {
        lock (_lock)
            Array.Resize(ref _bytes, (int)length);
    }

    public void Sync()
    {
        Syncs++;
        if (OnSync is { } failure)
            throw failure;
    }

    public bool IsDisposed { get; private set; }

    public void Check(long length, uint sum)
    {
        if (Bytes.Length != length || Crc32C.Of(Bytes) != sum)
            throw new IOException("Other bytes than were written");
    }

    public void Dispose() => IsDisposed = true;
}
