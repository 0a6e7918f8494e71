using System.Buffers.Binary;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Heaps;

namespace LabTest.Hdf5.Types;

/// <summary>An element with a length of its own: the length, and where in a global heap its content is (specification III.E).</summary>
internal static class VariableElement
{
    public static void Write(Span<byte> element, int count, HeapReference reference)
    {
        BinaryPrimitives.WriteInt32LittleEndian(element, count);
        BinaryPrimitives.WriteInt64LittleEndian(element[4..], reference.Collection);
        BinaryPrimitives.WriteUInt32LittleEndian(element[12..], reference.Index);
    }

    public static (uint Count, HeapReference Reference) Read(ReadOnlySpan<byte> element, IVariableHeap heap)
    {
        var reader = new ByteReader(element, new FormatSizes(heap.AddressSize, 8), new BlockOrigin("", "element of variable length", 0));
        var count = reader.U32();
        var address = reader.Address();
        return (count, new HeapReference(address, reader.U32()));
    }
}
