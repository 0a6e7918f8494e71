using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>A super block: the addresses of its data blocks, and which of their pages hold anything.</summary>
internal sealed class SuperBlock(int number, byte[] initialized, long[] blocks, Home home)
{
    public int Number => number;

    /// <summary>
    /// A bit for every page of every data block, one block's following the other's without a gap, as the reference library counts them; empty where
    /// blocks have no pages. The room is that of whole bytes for each block.
    /// </summary>
    public byte[] Initialized => initialized;

    public long[] Blocks => blocks;

    public Home Home => home;

    public bool IsDirty { get; set; }

    public static SuperBlock New(ArrayPlan plan, int number, BlockOrigin origin)
    {
        var blocks = new long[plan.BlocksIn(number)];
        Array.Fill(blocks, FileAddress.Undefined);
        return new SuperBlock(number, new byte[blocks.Length * MaskSize(plan, number, origin)], blocks, new Home()) { IsDirty = true };
    }

    public static SuperBlock Read(FileSource source, ArrayPlan plan, int number, long address, long header)
    {
        const string Structure = "extensible array super block";
        var origin = source.Origin(Structure, address);
        var count = plan.BlocksIn(number);
        var maskBytes = (long)count * MaskSize(plan, number, origin);
        var size = 6L + source.Sizes.Address + plan.OffsetWidth + maskBytes + (long)count * source.Sizes.Address + 4;
        var block = source.Fetch(address, size, Structure);
        var reader = block.Reader();
        reader.Signature("EASB"u8);
        reader.Version(0);
        reader.Skip(1);
        if (reader.Address() != header)
            throw reader.Corrupt("it belongs to another array");
        reader.Skip(plan.OffsetWidth);
        var initialized = reader.Bytes((int)maskBytes).ToArray();
        var blocks = new long[count];
        for (var i = 0; i < count; i++)
            blocks[i] = reader.Address();
        reader.Checksum();
        return new SuperBlock(number, initialized, blocks, new Home(address, (int)size));
    }

    /// <summary>The bits of one data block's pages, beginning with the highest of the first byte.</summary>
    public byte[] PagesOf(int block, int pages)
    {
        var bits = new byte[(pages + 7) / 8];
        for (var page = 0; page < pages; page++)
        {
            var bit = block * pages + page;
            if ((initialized[bit / 8] & (0x80 >> (bit % 8))) != 0)
                bits[page / 8] |= (byte)(0x80 >> (page % 8));
        }

        return bits;
    }

    /// <summary>Says that all pages of a data block hold something.</summary>
    public void MarkPages(int block, int pages)
    {
        for (var bit = block * pages; bit < (block + 1) * pages; bit++)
            initialized[bit / 8] |= (byte)(0x80 >> (bit % 8));
    }

    public byte[] Image(ArrayPlan plan, int client, long header)
    {
        var writer = new ByteWriter(64 + initialized.Length + 8 * blocks.Length);
        writer.Bytes("EASB"u8).U8(0).U8(client).Address(header).Unsigned(plan.FirstElement(number), plan.OffsetWidth).Bytes(initialized);
        foreach (var address in blocks)
            writer.Address(address);
        return writer.Checksum().ToArray();
    }

    private static int MaskSize(ArrayPlan plan, int number, BlockOrigin origin) => (plan.Pages(plan.ElementsPerBlock(number, origin)) + 7) / 8;
}
