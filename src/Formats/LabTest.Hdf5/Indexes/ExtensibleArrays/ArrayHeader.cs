using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Storage;

namespace LabTest.Hdf5.Indexes.ExtensibleArrays;

/// <summary>The header of an extensible array.</summary>
internal sealed class ArrayHeader(ArrayPlan plan, ArrayStatistics statistics, long indexBlock, Home home)
{
    private const string Structure = "extensible array header";

    public ArrayPlan Plan => plan;

    public ArrayStatistics Statistics => statistics;

    public long IndexBlock { get; set; } = indexBlock;

    public Home Home => home;

    public static ArrayHeader Read(FileSource source, long address, ChunkElements codec)
    {
        var size = 12 + 6 * source.Sizes.Length + source.Sizes.Address + 4;
        var block = source.Fetch(address, size, Structure);
        var reader = block.Reader();
        reader.Signature("EAHD"u8);
        reader.Version(0);
        var client = reader.U8();
        var elementSize = reader.U8();
        if (client != codec.Client || elementSize != codec.ElementSize)
            throw reader.Corrupt($"its elements of {elementSize} bytes for client {client} are not those of the dataset");
        int maxBits = reader.U8(), indexElements = reader.U8(), blockMin = reader.U8(), superMin = reader.U8(), pageBits = reader.U8();
        var statistics = ArrayStatistics.Read(ref reader);
        var indexBlock = reader.Address();
        reader.Checksum();
        var plan = new ArrayPlan(new ChunkIndexKind.ExtensibleArray(maxBits, indexElements, superMin, blockMin, pageBits), block.Origin);
        return new ArrayHeader(plan, statistics, indexBlock, new Home(address, size));
    }

    public byte[] Image(ChunkElements codec)
    {
        var parameters = plan.Parameters;
        var writer = new ByteWriter(80);
        writer.Bytes("EAHD"u8).U8(0).U8(codec.Client).U8(codec.ElementSize).U8(parameters.MaxBits).U8(parameters.IndexElements)
            .U8(parameters.BlockMinElements).U8(parameters.SuperMinPointers).U8(parameters.PageBits);
        statistics.Write(writer);
        return writer.Address(IndexBlock).Checksum().ToArray();
    }
}
