using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Tests.Fuzz;

/// <summary>A file in memory, for reading; it remembers which pieces were asked for.</summary>
internal sealed class MemoryStore(byte[] bytes) : IByteStore
{
    public HashSet<Extent> Reads { get; } = [];

    public string Name => "memory.h5";

    public long Length => bytes.Length;

    public int Read(long offset, Span<byte> destination)
    {
        if (offset >= bytes.Length)
            return 0;
        Reads.Add(new Extent(offset, destination.Length));
        var count = (int)Math.Min(destination.Length, bytes.Length - offset);
        bytes.AsSpan((int)offset, count).CopyTo(destination);
        return count;
    }

    public IByteMap? Map(long offset, long length) => null;

    public void Write(long offset, ReadOnlySpan<byte> data) => throw new NotSupportedException();

    public void SetLength(long length) => throw new NotSupportedException();

    public void Sync() => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
