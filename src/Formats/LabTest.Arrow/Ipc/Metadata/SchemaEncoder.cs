using System.Runtime.InteropServices;
using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>Schemas as Schema.fbs describes them.</summary>
internal static class SchemaEncoder
{
    /// <summary>Writes the table of a schema and gives its place.</summary>
    public static int Encode(FlatBufferWriter writer, Schema schema, ColumnPlan[] columns)
    {
        var fields = Fields(writer, columns);
        var metadata = KeyValues(writer, schema.Metadata);
        writer.StartTable(Slots.Schema.Count);
        writer.Offset(Slots.Schema.Fields, fields);
        writer.Offset(Slots.Schema.Metadata, metadata);
        writer.Number<short>(Slots.Schema.Endianness, 0);
        return writer.EndTable();
    }

    private static int Fields(FlatBufferWriter writer, ColumnPlan[] columns)
    {
        var fields = new int[columns.Length];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Field(writer, columns[i]);
        return writer.Vector(fields);
    }

    private static int Field(FlatBufferWriter writer, ColumnPlan column)
    {
        // The field of a dictionary-encoded column describes the values; how they are encoded stands beside.
        var described = column.Values ?? column;
        var children = Fields(writer, described.Children);
        var metadata = KeyValues(writer, column.Field.Metadata);
        var name = writer.Text(column.Field.Name);
        var (kind, type) = TypeEncoder.Encode(writer, described.Type);
        var dictionary = column.Type is DictionaryType encoded ? Encoding(writer, column.DictionaryId, encoded) : 0;

        writer.StartTable(Slots.Field.Count);
        writer.Offset(Slots.Field.Name, name);
        writer.Offset(Slots.Field.Type, type);
        writer.Offset(Slots.Field.Dictionary, dictionary);
        writer.Offset(Slots.Field.Children, children);
        writer.Offset(Slots.Field.Metadata, metadata);
        writer.Bool(Slots.Field.Nullable, column.Field.IsNullable);
        writer.Number(Slots.Field.TypeKind, (byte)kind);
        return writer.EndTable();
    }

    private static int Encoding(FlatBufferWriter writer, long id, DictionaryType type)
    {
        var indexType = TypeEncoder.Integer(writer, (NumberType)type.IndexType);
        writer.StartTable(Slots.DictionaryEncoding.Count);
        writer.Number(Slots.DictionaryEncoding.Id, id);
        writer.Offset(Slots.DictionaryEncoding.IndexType, indexType);
        writer.Bool(Slots.DictionaryEncoding.IsOrdered, type.Ordered);
        return writer.EndTable();
    }

    private static int KeyValues(FlatBufferWriter writer, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
            return 0;

        List<int> pairs = [];
        foreach (var (key, value) in metadata)
        {
            var (keyText, valueText) = (writer.Text(key), writer.Text(value));
            writer.StartTable(Slots.KeyValue.Count);
            writer.Offset(Slots.KeyValue.Key, keyText);
            writer.Offset(Slots.KeyValue.Value, valueText);
            pairs.Add(writer.EndTable());
        }

        return writer.Vector(CollectionsMarshal.AsSpan(pairs));
    }
}
