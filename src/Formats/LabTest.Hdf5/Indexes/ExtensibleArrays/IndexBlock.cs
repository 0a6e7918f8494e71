using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>The index block: the first elements, the addresses of the first data blocks, and those of the super blocks.</summary>
internal sealed class IndexBlock(byte[] elements, long[] blocks, long[] superBlocks, Home home)
{
    public byte[] Elements => elements;

    public long[] Blocks => blocks;

    public long[] SuperBlocks => superBlocks;

    public Home Home => home;

    public static IndexBlock New(ArrayPlan plan, ChunkElements codec)
    {
        var elements = new byte[plan.Parameters.IndexElements * codec.ElementSize];
        codec.Clear(elements);
        var blocks = new long[plan.DirectBlocks];
        Array.Fill(blocks, FileAddress.Undefined);
        var superBlocks = new long[plan.SuperBlocks - plan.FirstSuperBlock];
        Array.Fill(superBlocks, FileAddress.Undefined);
        return new IndexBlock(elements, blocks, superBlocks, new Home());
    }

    public static IndexBlock Read(FileSource source, ArrayPlan plan, ChunkElements codec, long address, long header)
    {
        var elements = new byte[plan.Parameters.IndexElements * codec.ElementSize];
        var blocks = new long[plan.DirectBlocks];
        var superBlocks = new long[plan.SuperBlocks - plan.FirstSuperBlock];
        var size = 6 + source.Sizes.Address + elements.Length + (blocks.Length + superBlocks.Length) * source.Sizes.Address + 4;
        var reader = source.Fetch(address, size, "extensible array index block").Reader();
        reader.Signature("EAIB"u8);
        reader.Version(0);
        reader.Skip(1);
        if (reader.Address() != header)
            throw reader.Corrupt("it belongs to another array");
        reader.Bytes(elements.Length).CopyTo(elements);
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = reader.Address();
        for (var i = 0; i < superBlocks.Length; i++)
            superBlocks[i] = reader.Address();
        reader.Checksum();
        return new IndexBlock(elements, blocks, superBlocks, new Home(address, size));
    }

    public byte[] Image(int client, long header)
    {
        var writer = new ByteWriter(512);
        writer.Bytes("EAIB"u8).U8(0).U8(client).Address(header).Bytes(elements);
        foreach (var address in blocks)
            writer.Address(address);
        foreach (var address in superBlocks)
            writer.Address(address);
        return writer.Checksum().ToArray();
    }
}
