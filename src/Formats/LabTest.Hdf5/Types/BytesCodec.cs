using LabTest.Hdf5.Heaps;

namespace LabTest.Hdf5.Types;

/// <summary>Elements as arrays of their bytes.</summary>
internal sealed class BytesCodec(Hdf5Type type) : ElementCodec<byte[]>(type)
{
    public override void Encode(ReadOnlySpan<byte[]> values, Span<byte> elements, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Length != FileType.Size)
                throw new ArgumentException($"An element of {FileType} was given {values[i].Length} bytes.", nameof(values));
            values[i].CopyTo(elements[(i * FileType.Size)..]);
        }
    }

    public override void Decode(ReadOnlySpan<byte> elements, Span<byte[]> values, IVariableHeap heap)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = elements.Slice(i * FileType.Size, FileType.Size).ToArray();
    }
}
