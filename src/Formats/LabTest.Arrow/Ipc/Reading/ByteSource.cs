namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Bytes that can be read at any place.</summary>
internal abstract class ByteSource : IDisposable
{
    public abstract long Length { get; }

    /// <summary>The bytes at a place, which must lie inside.</summary>
    public abstract ReadOnlyMemory<byte> Read(long offset, int length);

    /// <summary>The bytes at a place, which must lie inside.</summary>
    public abstract ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int length, CancellationToken cancellationToken);

    public abstract void Dispose();
}
