using LabTest.Arrow.Memory;

namespace LabTest.Arrow.Ipc.Reading;

/// <summary>Bytes of a mapped file, not copied.</summary>
internal sealed class MappedBytes(MappedFile file) : ByteSource
{
    public override long Length => file.Length;

    public override ReadOnlyMemory<byte> Read(long offset, int length) => file.Slice(offset, length);

    public override ValueTask<ReadOnlyMemory<byte>> ReadAsync(long offset, int length, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(offset, length));

    public override void Dispose() => file.Dispose();
}
