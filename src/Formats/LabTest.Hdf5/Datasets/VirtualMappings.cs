using System.Text;
using LabTest.Hdf5.Binary;
using LabTest.Hdf5.Selections;

namespace LabTest.Hdf5.Datasets;

/// <summary>The list of a virtual dataset's sources, kept as one object of a global heap (specification VI, "virtual storage").</summary>
internal static class VirtualMappings
{
    public static byte[] Encode(IReadOnlyList<Hdf5VirtualSource> sources)
    {
        var writer = new ByteWriter().U8(0).FileLength(sources.Count);
        foreach (var source in sources)
        {
            writer.Bytes(Encoding.UTF8.GetBytes(source.File)).U8(0).Bytes(Encoding.UTF8.GetBytes(source.Dataset)).U8(0);
            SelectionCodec.Write(writer, source.Source);
            SelectionCodec.Write(writer, source.Target);
        }

        return writer.Checksum().ToArray();
    }

    public static List<VirtualMapping> Decode(ByteReader reader)
    {
        reader.Version(0);
        var count = reader.FileLength();
        List<VirtualMapping> mappings = [];
        for (long i = 0; i < count; i++)
        {
            string file = reader.NulTerminated(), dataset = reader.NulTerminated();
            mappings.Add(new VirtualMapping(file, dataset, SelectionCodec.Read(ref reader), SelectionCodec.Read(ref reader)));
        }

        reader.Checksum();
        return mappings;
    }
}
