using System.Text;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps;

/// <summary>A local heap (specification III.D): the names of an old group's links.</summary>
internal sealed class LocalHeap
{
    private const string Structure = "local heap";

    private readonly Block _data;

    private LocalHeap(Block data) => _data = data;

    public static LocalHeap Read(FileSource source, long address)
    {
        var reader = source.Fetch(address, 8 + 2 * source.Sizes.Length + source.Sizes.Address, Structure).Reader();
        reader.Signature("HEAP"u8);
        reader.Version(0);
        reader.Skip(3);
        var size = reader.FileLength();
        reader.FileLengthOrUnlimited();
        return new LocalHeap(source.Fetch(reader.Address(), size, Structure));
    }

    public string Text(long offset)
    {
        if (offset < 0 || offset >= _data.Bytes.Length)
            throw _data.Origin.Corrupt($"the offset {offset} lies outside of its {_data.Bytes.Length} bytes");
        var text = _data.Bytes.AsSpan((int)offset);
        var end = text.IndexOf((byte)0);
        return end >= 0 ? Encoding.UTF8.GetString(text[..end]) : throw _data.Origin.Corrupt("a text does not end");
    }
}
