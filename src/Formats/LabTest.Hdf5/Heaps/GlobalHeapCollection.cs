using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps;

/// <summary>A collection of a global heap as read (specification III.E): where each of its objects lies.</summary>
internal sealed class GlobalHeapCollection
{
    public const int HeaderSize = 16;
    public const int ObjectHeaderSize = 16;

    private readonly Block _block;
    private readonly Dictionary<uint, Extent> _objects = [];

    private GlobalHeapCollection(Block block)
    {
        _block = block;
        var reader = block.Reader();
        reader.Skip(8 + block.Reader().Sizes.Length);
        while (reader.Remaining >= 8 + reader.Sizes.Length)
        {
            uint index = reader.U16();
            reader.Skip(6);
            var size = reader.FileLength();
            if (index == 0)
                break;      // the free space at the end
            if (size > reader.Remaining)
                throw reader.Corrupt($"object {index} of {size} bytes does not fit in");
            _objects[index] = new Extent(reader.Position, size);
            reader.Skip((int)size);
            reader.Skip(Math.Min(-(int)size & 7, reader.Remaining));
        }
    }

    public int Size => _block.Bytes.Length;

    public static GlobalHeapCollection Read(FileSource source, long address)
    {
        const string Structure = "global heap collection";
        var head = source.Fetch(address, 8 + source.Sizes.Length, Structure).Reader();
        head.Signature("GCOL"u8);
        head.Version(1);
        head.Skip(3);
        var size = head.FileLength();
        return new GlobalHeapCollection(source.Fetch(address, size, Structure));
    }

    public ReadOnlyMemory<byte> this[uint index] => _objects.TryGetValue(index, out var extent)
        ? _block.Bytes.AsMemory((int)extent.Address, (int)extent.Size)
        : throw _block.Origin.Corrupt($"object {index} is not there");
}
