using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Superblocks;

/// <summary>Finds and reads superblocks of versions 0 to 3 (specification II.A).</summary>
internal static class SuperblockReader
{
    private const string Structure = "superblock";
    private const int Largest = 128;

    public static Superblock Read(IByteStore store)
    {
        var at = Find(store);
        var bytes = new byte[Math.Min(Largest, store.Length - at)];
        var length = store.Read(at, bytes);
        var origin = new BlockOrigin(store.Name, Structure, at);
        var reader = new ByteReader(bytes.AsSpan(0, length), FormatSizes.Default, origin);
        reader.Skip(Superblock.Signature.Length);
        int version = reader.U8();
        var superblock = version switch
        {
            0 or 1 => ReadOld(bytes.AsSpan(0, length), origin, version, at),
            2 or 3 => ReadNew(bytes.AsSpan(0, length), origin, version, at),
            _ => throw reader.Corrupt($"its version {version} is not known"),
        };

        if (superblock.EndOfFile > store.Length - superblock.BaseAddress)
            throw origin.Corrupt($"the file is truncated: it has {store.Length} bytes where it says {superblock.EndOfFile}");
        return superblock;
    }

    public static void CheckWritable(IByteStore store, Superblock superblock)
    {
        if (superblock.Version != 3 || superblock.BaseAddress != 0 || superblock.Sizes != FormatSizes.Default || superblock.Extension != FileAddress.Undefined)
            throw new Hdf5Exception($"{store.Name}: only files with a plain superblock of version 3 can be appended to safely, as this library and h5py's libver='latest' write them; rewrite the file with h5repack --low=1 first.");
    }

    private static long Find(IByteStore store)
    {
        var signature = new byte[Superblock.Signature.Length];
        for (long at = 0; at + signature.Length <= store.Length; at = at == 0 ? 512 : 2 * at)
        {
            if (store.Read(at, signature) == signature.Length && Superblock.Signature.SequenceEqual(signature))
                return at;
        }

        throw new Hdf5FormatException($"{store.Name}: this is not an HDF5 file: the signature is missing.");
    }

    private static Superblock ReadNew(ReadOnlySpan<byte> bytes, BlockOrigin origin, int version, long at)
    {
        if (bytes.Length < 12)
            throw origin.Corrupt("it is truncated");
        var sizes = new FormatSizes(bytes[9], bytes[10]);
        Check(sizes, origin);
        var reader = new ByteReader(bytes, sizes, origin);
        reader.Skip(12);
        var start = reader.Address();
        var extension = reader.Address();
        var end = End(reader.Address(), start, origin);
        var root = reader.Address();
        reader.Checksum();
        return new Superblock { Version = version, Sizes = sizes, BaseAddress = at, Extension = extension, EndOfFile = end, Root = root };
    }

    private static Superblock ReadOld(ReadOnlySpan<byte> bytes, BlockOrigin origin, int version, long at)
    {
        if (bytes.Length < 24)
            throw origin.Corrupt("it is truncated");
        var sizes = new FormatSizes(bytes[13], bytes[14]);
        Check(sizes, origin);
        var reader = new ByteReader(bytes, sizes, origin);
        reader.Skip(version == 0 ? 24 : 28);
        var start = reader.Address();
        reader.Address();
        var end = End(reader.Address(), start, origin);
        reader.Address();
        reader.FileLength();        // of the root's symbol table entry: the offset of its name
        var root = reader.Address();
        return new Superblock { Version = version, Sizes = sizes, BaseAddress = at, EndOfFile = end, Root = root };
    }

    /// <summary>
    /// The end of the file, counted from its base. Where the superblock was found counts as the base, as the reference library has it,
    /// but the stored end goes with the stored base.
    /// </summary>
    private static long End(long end, long start, BlockOrigin origin) =>
        start >= 0 && end >= start ? end - start : throw origin.Corrupt($"its base is {start} and its end {end}");

    private static void Check(FormatSizes sizes, BlockOrigin origin)
    {
        if (sizes.Address is not (2 or 4 or 8) || sizes.Length is not (2 or 4 or 8))
            throw origin.Corrupt($"addresses of {sizes.Address} bytes and lengths of {sizes.Length} are not known");
    }
}
