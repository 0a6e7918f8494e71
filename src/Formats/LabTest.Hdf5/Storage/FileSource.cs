using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Storage;

/// <summary>Reads from a file at addresses relative to its base address, and never beyond its end.</summary>
internal sealed class FileSource(IByteStore store, FormatSizes sizes, long baseAddress)
{
    public IByteStore Store => store;

    public string Name => store.Name;

    public FormatSizes Sizes => sizes;

    public long BaseAddress => baseAddress;

    /// <summary>How many bytes there are behind the base address.</summary>
    public long Length => store.Length - baseAddress;

    public BlockOrigin Origin(string structure, long address) => new(store.Name, structure, address);

    /// <summary>Reads a structure; nothing is allocated for one that the file cannot hold.</summary>
    public Block Fetch(long address, long size, string structure)
    {
        var origin = Origin(structure, address);
        Check(address, size, origin);
        var bytes = new byte[size];
        if (store.Read(baseAddress + address, bytes) != size)
            throw origin.Corrupt($"the file ends before its {size} bytes do");
        return new Block(bytes, sizes, origin);
    }

    /// <summary>Reads as much of a structure as the file holds, up to <paramref name="size"/> bytes.</summary>
    public Block FetchUpTo(long address, int size, string structure)
    {
        var origin = Origin(structure, address);
        Check(address, 1, origin);
        return Fetch(address, Math.Min(size, Length - address), structure);
    }

    /// <summary>Reads raw data.</summary>
    public void Read(long address, Span<byte> destination, string structure)
    {
        if (store.Read(baseAddress + address, destination) == destination.Length)
            return;
        throw Origin(structure, address).Corrupt($"the file ends before its {destination.Length} bytes do");
    }

    /// <summary>Maps a piece into memory, where the store can.</summary>
    public IByteMap? Map(long address, long size) => store.Map(baseAddress + address, size);

    /// <summary>Checks that the file holds a piece.</summary>
    public void Check(long address, long size, BlockOrigin origin)
    {
        if (address < 0)
            throw origin.Corrupt("its address is undefined");
        var length = Length;
        if (size < 0 || size > Array.MaxLength || address > length || size > length - address)
            throw origin.Corrupt($"its {size} bytes lie outside of the file's {length}");
    }
}
