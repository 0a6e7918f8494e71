using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Selections;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Datasets;

/// <summary>A small dataset inside its object header.</summary>
internal sealed class CompactStorage(byte[] data, int elementSize, BlockOrigin origin) : RawStorage
{
    /// <summary>The most that fits in a message with the rest of the layout.</summary>
    public const int Largest = 65_520;

    public override LayoutMessage Layout => new LayoutMessage.Compact((byte[])data.Clone());

    public override void Read(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<byte> destination, int depth)
    {
        Span<long> zero = stackalloc long[count.Length];
        zero.Clear();
        if (Hdf5Shape.Product(dimensions) * elementSize > data.Length)
            throw origin.Corrupt($"a compact dataset has {data.Length} bytes");
        BoxCopy.Copy(data, dimensions, start, destination, count, zero, count, elementSize);
    }

    public override void Write(ReadOnlySpan<long> dimensions, ReadOnlySpan<long> start, ReadOnlySpan<long> count, ReadOnlySpan<byte> elements)
    {
        Span<long> zero = stackalloc long[count.Length];
        zero.Clear();
        BoxCopy.Copy(elements, count, zero, data, dimensions, start, count, elementSize);
    }

    public override void Flush(ReadOnlySpan<long> dimensions, Commit commit, bool rest)
    {
    }
}
