using System.Text;
using LabTest.Hdf5.Binary;

namespace LabTest.Hdf5.Messages;

/// <summary>The filters that chunks pass before they are stored (specification IV.A.2.l); version 2 is written.</summary>
internal static class FilterPipelineMessage
{
    private const int FirstForeign = 256;

    /// <summary>As many as a chunk's mask has bits.</summary>
    private const int MostFilters = 32;

    public static byte[] Encode(IReadOnlyList<FilterDescription> filters)
    {
        var writer = new ByteWriter(32).U8(2).U8(filters.Count);
        foreach (var filter in filters)
        {
            writer.U16(filter.Id);
            if (filter.Id >= FirstForeign)
                writer.U16(0);
            writer.U16(filter.IsOptional ? 1 : 0).U16(filter.Values.Length);
            foreach (var value in filter.Values)
                writer.U32(value);
        }

        return writer.ToArray();
    }

    public static List<FilterDescription> Decode(ByteReader reader)
    {
        var version = reader.U8();
        if (version is < 1 or > 2)
            throw reader.Corrupt($"a filter pipeline has the unknown version {version}");
        int count = reader.U8();
        if (count > MostFilters)
            throw reader.Corrupt($"a filter pipeline has {count} filters");
        if (version == 1)
            reader.Skip(6);

        List<FilterDescription> filters = [];
        for (var i = 0; i < count; i++)
        {
            int id = reader.U16();
            int nameLength = version == 1 || id >= FirstForeign ? reader.U16() : 0;
            int flags = reader.U16();
            int values = reader.U16();
            var name = Encoding.UTF8.GetString(reader.Bytes(nameLength)).TrimEnd('\0');
            if (version == 1)
                reader.Skip(-nameLength & 7);
            var client = new uint[values];
            for (var v = 0; v < values; v++)
                client[v] = reader.U32();
            if (version == 1 && values % 2 == 1)
                reader.Skip(4);
            filters.Add(new FilterDescription(id, name, (flags & 1) != 0, client));
        }

        return filters;
    }
}
