namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Bytes in memory, not copied.</summary>
internal sealed class MemoryBytes(ReadOnlyMemory<byte> memory) : ByteSource
{
    public override long Length => memory.Length;

    public override ReadOnlyMemory<byte> Read(long offset, int length) => memory.Slice((int)offset, length);

    public override ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int length, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(offset, length));

    public override void Dispose()
    {
    }
}
