using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Indexes;

namespace LabTest.Hdf5.Messages;

/// <summary>Writes layout messages, version 4 (specification IV.A.2.i).</summary>
internal static class LayoutEncoder
{
    private const int SingleFiltered = 2;
    private const int PartialUnfiltered = 1;

    public static byte[] Encode(LayoutMessage layout)
    {
        var writer = new ByteWriter(64).U8(4);
        switch (layout)
        {
            case LayoutMessage.Compact compact:
                writer.U8(0).U16(compact.Data.Length).Bytes(compact.Data);
                break;
            case LayoutMessage.Contiguous contiguous:
                writer.U8(1).Address(contiguous.Address).FileLength(contiguous.Size);
                break;
            case LayoutMessage.Chunked chunked:
                WriteChunked(writer.U8(2), chunked);
                break;
            case LayoutMessage.Virtual mapped:
                writer.U8(3).Address(mapped.Mappings.Collection).U32(mapped.Mappings.Index);
                break;
            default:
                throw new NotSupportedException($"{layout} cannot be written.");
        }

        return writer.ToArray();
    }

    private static void WriteChunked(ByteWriter writer, LayoutMessage.Chunked layout)
    {
        var flags = (layout.Index is ChunkIndexKind.Single { Filtered: true } ? SingleFiltered : 0) | (layout.PartialUnfiltered ? PartialUnfiltered : 0);
        var width = Bits.BytesFor((ulong)Math.Max(layout.Chunk.Max(), layout.ElementSize));
        writer.U8(flags).U8(layout.Chunk.Length + 1).U8(width);
        foreach (var extent in layout.Chunk)
            writer.Unsigned(extent, width);
        writer.Unsigned(layout.ElementSize, width);

        switch (layout.Index)
        {
            case ChunkIndexKind.Single single:
                writer.U8(1);
                if (single.Filtered)
                    writer.FileLength(single.Size).U32(single.FilterMask);
                break;
            case ChunkIndexKind.Implicit:
                writer.U8(2);
                break;
            case ChunkIndexKind.FixedArray array:
                writer.U8(3).U8(array.PageBits);
                break;
            case ChunkIndexKind.ExtensibleArray array:
                writer.U8(4).U8(array.MaxBits).U8(array.IndexElements).U8(array.SuperMinPointers).U8(array.BlockMinElements).U8(array.PageBits);
                break;
            case ChunkIndexKind.Tree tree:
                writer.U8(5).U32((uint)tree.NodeSize).U8(tree.SplitPercent).U8(tree.MergePercent);
                break;
            default:
                throw new NotSupportedException("Files of the first versions of HDF5 are read, not written.");
        }

        writer.Address(layout.Address);
    }
}
