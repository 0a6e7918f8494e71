using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.FixedArrays;

/// <summary>The data block of a fixed array: all its elements, in pages with a checksum each where there are many.</summary>
internal static class FixedArrayBlock
{
    public static (byte[] Elements, Home Home) Read(FileSource source, ChunkElements codec, long address, long header, long count, int pageBits)
    {
        const string Structure = "fixed array data block";
        source.Check(address, count, source.Origin(Structure, address));
        var pages = PageCount(count, pageBits);
        var bitmap = (pages + 7) / 8;
        var bytes = count * codec.ElementSize;
        var size = 6 + source.Sizes.Address + bitmap + bytes + 4 + 4 * pages;
        var block = source.Fetch(address, size, Structure);
        var reader = block.Reader();
        reader.Signature("FADB"u8);
        reader.Version(0);
        reader.Skip(1);
        if (reader.Address() != header)
            throw reader.Corrupt("it belongs to another array");

        var elements = new byte[bytes];
        var initialized = reader.Bytes((int)bitmap);
        if (pages == 0)
            reader.Bytes(elements.Length).CopyTo(elements);
        reader.Checksum();
        if (pages > 0)
            ReadPages(block, reader.Position, codec, elements, initialized, (1 << pageBits) * codec.ElementSize);
        return (elements, new Home(address, (int)size));
    }

    public static byte[] Image(ChunkElements codec, byte[] elements, long header, int pageBits)
    {
        var pages = (int)PageCount(elements.Length / codec.ElementSize, pageBits);
        var writer = new ByteWriter(32 + elements.Length + 5 * pages);
        writer.Bytes("FADB"u8).U8(0).U8(codec.Client).Address(header);
        if (pages == 0)
            return writer.Bytes(elements).Checksum().ToArray();

        var bitmap = new byte[(pages + 7) / 8];
        for (var page = 0; page < pages; page++)
            bitmap[page / 8] |= (byte)(0x80 >> (page % 8));
        writer.Bytes(bitmap).Checksum();

        var pageSize = (1 << pageBits) * codec.ElementSize;
        for (var at = 0; at < elements.Length; at += pageSize)
        {
            var start = writer.Length;
            writer.Bytes(elements.AsSpan(at, Math.Min(pageSize, elements.Length - at))).Checksum(start);
        }

        return writer.ToArray();
    }

    private static void ReadPages(Block block, int start, ChunkElements codec, byte[] elements, ReadOnlySpan<byte> initialized, int pageSize)
    {
        codec.Clear(elements);
        for (int page = 0, at = 0; at < elements.Length; page++, at += pageSize)
        {
            var length = Math.Min(pageSize, elements.Length - at);
            if ((initialized[page / 8] & (0x80 >> (page % 8))) != 0)
            {
                var reader = block.Reader(start, length + 4);
                reader.Bytes(length).CopyTo(elements.AsSpan(at));
                reader.Checksum();
            }

            start += length + 4;
        }
    }

    private static long PageCount(long count, int pageBits) => count > 1L << pageBits ? Bits.DivideUp(count, 1L << pageBits) : 0;
}
