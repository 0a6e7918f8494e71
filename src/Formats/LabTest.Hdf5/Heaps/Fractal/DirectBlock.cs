using System.Buffers.Binary;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps.Fractal;

/// <summary>A direct block of a fractal heap: objects one after another.</summary>
internal sealed class DirectBlock(long offset, byte[] bytes, int end, Home home)
{
    private const string Structure = "fractal heap direct block";

    /// <summary>Where it begins in the heap.</summary>
    public long Offset => offset;

    public byte[] Bytes => bytes;

    /// <summary>Where its objects end, and the next one begins.</summary>
    public int End { get; private set; } = end;

    public Home Home => home;

    public bool IsDirty { get; private set; }

    public static DirectBlock New(HeapPlan plan, long offset, int size, long header)
    {
        var bytes = new byte[size];
        "FHDB\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(5), header);
        new ByteWriter(8).Unsigned(offset, plan.OffsetWidth).Written.CopyTo(bytes.AsSpan(13));
        return new DirectBlock(offset, bytes, plan.DirectOverhead(8), new Home());
    }

    public static DirectBlock Read(FileSource source, HeapPlan plan, long address, long offset, long size, long header)
    {
        var block = source.Fetch(address, size, Structure);
        var reader = block.Reader();
        reader.Signature("FHDB"u8);
        reader.Version(0);
        if (reader.Address() != header || reader.Count(plan.OffsetWidth) != offset)
            throw reader.Corrupt("it belongs to another place of a heap");
        if (plan.HasChecksums)
        {
            var stored = reader.U32();
            block.Bytes.AsSpan(reader.Position - 4, 4).Clear();
            if (Lookup3.Hash(block.Bytes) != stored)
                throw reader.Corrupt("its checksum is wrong");
        }

        return new DirectBlock(offset, block.Bytes, block.Bytes.Length, new Home(address, (int)size));
    }

    public long Add(ReadOnlySpan<byte> content)
    {
        content.CopyTo(bytes.AsSpan(End));
        var at = offset + End;
        End += content.Length;
        IsDirty = true;
        return at;
    }

    /// <summary>Writes the block if it has changed; true where it has moved.</summary>
    public bool Save(HeapPlan plan, FileSink sink, int generation, Commit? commit)
    {
        if (!IsDirty)
            return false;
        IsDirty = false;
        var image = (byte[])bytes.Clone();
        if (plan.HasChecksums)
        {
            var checksum = image.AsSpan(plan.DirectOverhead(8) - 4, 4);
            checksum.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(checksum, Lookup3.Hash(image));
        }

        return home.Save(image, sink, generation, commit);
    }
}
