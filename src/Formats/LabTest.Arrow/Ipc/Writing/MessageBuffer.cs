using System.Buffers;

namespace LabTest.Arrow.Ipc.Writing;

/// <summary>Memory that messages are gathered in.</summary>
internal sealed class MessageBuffer : IBufferWriter<byte>
{
    private readonly GrowingBuffer _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.Snapshot;

    public void Advance(int count) => _bytes.Extend(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.Room(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Clear() => _bytes.Clear();
}
