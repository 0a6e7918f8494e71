using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Tests.Support;

/// <summary>A file in memory that remembers everything that was done to it, in order.</summary>
internal sealed class LoggedStore : IByteStore
{
    private readonly MemoryStream _content = new();
    private readonly Lock _gate = new();

    /// <summary>What was done: a write at an offset, a new length, or a sync.</summary>
    public List<Entry> Log { get; } = [];

    public string Name => "memory.h5";

    public long Length
    {
        get
        {
            lock (_gate)
                return _content.Length;
        }
    }

    public int Read(long offset, Span<byte> destination)
    {
        lock (_gate)
        {
            _content.Position = offset;
            return _content.Read(destination);
        }
    }

    public IByteMap? Map(long offset, long length) => null;

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            Log.Add(new Entry(offset, bytes.ToArray(), 0));
            _content.Position = offset;
            _content.Write(bytes);
        }
    }

    public void SetLength(long length)
    {
        lock (_gate)
        {
            Log.Add(new Entry(-1, null, length));
            _content.SetLength(length);
        }
    }

    public void Sync()
    {
        lock (_gate)
            Log.Add(new Entry(-1, null, -1));
    }

    public void Dispose()
    {
    }

    internal sealed record Entry(long Offset, byte[]? Bytes, long Length)
    {
        public bool IsSync => Length < 0;
    }
}
