using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>A data block: elements, in pages with a checksum each where there are many.</summary>
internal sealed class DataBlock(long offset, int count, byte[] elements, Home home)
{
    /// <summary>The number of its first element, counted behind those of the index block.</summary>
    public long Offset => offset;

    public int Count => count;

    public byte[] Elements => elements;

    public Home Home => home;

    public bool IsDirty { get; set; }

    /// <summary>When it was last used, to choose which to let go.</summary>
    public long Used { get; set; }

    public static int Size(ArrayPlan plan, int count, int elementSize, int addressSize) =>
        PrefixSize(plan, addressSize) + 4 + (plan.IsPaged(count) ? plan.Pages(count) * (plan.PageElements * elementSize + 4) : count * elementSize);

    public static DataBlock Read(
        FileSource source, ArrayPlan plan, ChunkElements codec, long address, long offset, int count, long header, ReadOnlySpan<byte> initialized)
    {
        var size = Size(plan, count, codec.ElementSize, source.Sizes.Address);
        var block = source.Fetch(address, size, "extensible array data block");
        var reader = block.Reader();
        reader.Signature("EADB"u8);
        reader.Version(0);
        reader.Skip(1);
        if (reader.Address() != header)
            throw reader.Corrupt("it belongs to another array");
        reader.Skip(plan.OffsetWidth);

        var elements = new byte[count * codec.ElementSize];
        if (!plan.IsPaged(count))
        {
            reader.Bytes(elements.Length).CopyTo(elements);
            reader.Checksum();
        }
        else
        {
            reader.Checksum();
            ReadPages(block, reader.Position, plan, codec, elements, initialized);
        }

        return new DataBlock(offset, count, elements, new Home(address, size));
    }

    public byte[] Image(ArrayPlan plan, ChunkElements codec, long header)
    {
        var writer = new ByteWriter(Size(plan, count, codec.ElementSize, 8));
        writer.Bytes("EADB"u8).U8(0).U8(codec.Client).Address(header).Unsigned(offset, plan.OffsetWidth);
        if (!plan.IsPaged(count))
            return writer.Bytes(elements).Checksum().ToArray();

        writer.Checksum();
        var pageSize = plan.PageElements * codec.ElementSize;
        for (var page = 0; page < plan.Pages(count); page++)
        {
            var start = writer.Length;
            writer.Bytes(elements.AsSpan(page * pageSize, pageSize)).Checksum(start);
        }

        return writer.ToArray();
    }

    private static int PrefixSize(ArrayPlan plan, int addressSize) => 6 + addressSize + plan.OffsetWidth;

    private static void ReadPages(Block block, int start, ArrayPlan plan, ChunkElements codec, byte[] elements, ReadOnlySpan<byte> initialized)
    {
        var pageSize = plan.PageElements * codec.ElementSize;
        codec.Clear(elements);
        for (var page = 0; page < elements.Length / pageSize; page++)
        {
            if ((initialized[page / 8] & (0x80 >> (page % 8))) == 0)
                continue;
            var reader = block.Reader(start + page * (pageSize + 4), pageSize + 4);
            reader.Bytes(pageSize).CopyTo(elements.AsSpan(page * pageSize));
            reader.Checksum();
        }
    }
}
