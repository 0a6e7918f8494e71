using System.Buffers;

namespace LabTest.Arrow.Memory;

/// <summary>A piece of a mapped file. It keeps the mapping's owner alive, and throws once that is disposed.</summary>
internal sealed unsafe class MappedMemory(MappedFile file, long offset, int length) : MemoryManager<byte>
{
    public override Memory<byte> Memory => CreateMemory(length);

    public override Span<byte> GetSpan() => file.Span(offset, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new((byte*)file.Address(offset) + elementIndex, default, this);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
