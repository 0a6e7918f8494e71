using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Heaps.Fractal;

/// <summary>An indirect block of a fractal heap: the addresses of direct blocks, and behind them of further indirect ones.</summary>
internal sealed class IndirectBlock
{
    private readonly long _offset;
    private readonly Home _home;

    private IndirectBlock(long offset, long[] entries, Home home)
    {
        _offset = offset;
        Entries = entries;
        _home = home;
    }

    /// <summary>The addresses, row by row.</summary>
    public long[] Entries { get; private set; }

    public bool IsDirty { get; set; }

    public Home Home => _home;

    /// <summary>The indirect block below that is in memory: the one that grows.</summary>
    public (int Entry, IndirectBlock Block)? Growing { get; set; }

    public static IndirectBlock New(HeapPlan plan, long offset, int rows)
    {
        var entries = new long[rows * plan.Width];
        Array.Fill(entries, FileAddress.Undefined);
        return new IndirectBlock(offset, entries, new Home()) { IsDirty = true };
    }

    public static IndirectBlock Read(FileSource source, HeapPlan plan, long address, long offset, int rows, long header)
    {
        var count = rows * plan.Width;
        var size = 5 + source.Sizes.Address + plan.OffsetWidth + (long)count * source.Sizes.Address + 4;
        var block = source.Fetch(address, size, "fractal heap indirect block");
        var reader = block.Reader();
        reader.Signature("FHIB"u8);
        reader.Version(0);
        if (reader.Address() != header || reader.Count(plan.OffsetWidth) != offset)
            throw reader.Corrupt("it belongs to another place of a heap");
        var entries = new long[count];
        for (var i = 0; i < count; i++)
            entries[i] = reader.Address();
        reader.Checksum();
        return new IndirectBlock(offset, entries, new Home(address, (int)size));
    }

    public void Grow(HeapPlan plan, int rows)
    {
        var old = Entries.Length;
        var entries = Entries;
        Array.Resize(ref entries, rows * plan.Width);
        Array.Fill(entries, FileAddress.Undefined, old, entries.Length - old);
        Entries = entries;
        IsDirty = true;
    }

    /// <summary>Writes the block and what grows below it; true where it has moved.</summary>
    public bool Save(HeapPlan plan, FileSink sink, int generation, Commit? commit, long header)
    {
        if (Growing is { } growing && growing.Block.Save(plan, sink, generation, commit, header))
        {
            Entries[growing.Entry] = growing.Block.Home.Address;
            IsDirty = true;
        }

        if (!IsDirty)
            return false;
        IsDirty = false;
        var writer = new ByteWriter(32 + 8 * Entries.Length).Bytes("FHIB"u8).U8(0).Address(header).Unsigned(_offset, plan.OffsetWidth);
        foreach (var entry in Entries)
            writer.Address(entry);
        return _home.Save(writer.Checksum().ToArray(), sink, generation, commit);
    }
}
