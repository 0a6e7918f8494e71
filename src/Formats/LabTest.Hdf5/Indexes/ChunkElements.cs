using System.Buffers.Binary;
using System.Numerics;
using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Indexes;

/// <summary>Chunk entries as elements of arrays and records of trees: an address, and for filtered chunks a size and a filter mask.</summary>
internal sealed class ChunkElements(bool filtered, int chunkBytes, FormatSizes sizes)
{
    private const int MaskSize = 4;

    private readonly int _sizeWidth = Math.Min(8, 1 + (BitOperations.Log2((uint)chunkBytes) + 8) / 8);

    public bool Filtered => filtered;

    public int ElementSize => filtered ? sizes.Address + _sizeWidth + MaskSize : sizes.Address;

    /// <summary>The client number of arrays: 0 for chunks as they are, 1 for filtered ones.</summary>
    public int Client => filtered ? 1 : 0;

    public ChunkEntry Read(ReadOnlySpan<byte> element, BlockOrigin origin)
    {
        var reader = new ByteReader(element, sizes, origin);
        var address = reader.Address();
        if (address == FileAddress.Undefined)
            return ChunkEntry.Missing;
        return filtered ? new ChunkEntry(address, reader.Count(_sizeWidth), reader.U32()) : new ChunkEntry(address, chunkBytes, 0);
    }

    public void Write(ChunkEntry entry, Span<byte> element)
    {
        BinaryPrimitives.WriteInt64LittleEndian(element, entry.Address);
        if (!filtered)
            return;
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(size, entry.Size);
        size[.._sizeWidth].CopyTo(element[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(element[(8 + _sizeWidth)..], entry.FilterMask);
    }

    /// <summary>Fills with elements of chunks that are not there.</summary>
    public void Clear(Span<byte> elements)
    {
        if (!filtered)
        {
            elements.Fill(0xff);
            return;
        }

        elements.Clear();
        for (var i = 0; i < elements.Length; i += ElementSize)
            elements.Slice(i, sizes.Address).Fill(0xff);
    }
}
