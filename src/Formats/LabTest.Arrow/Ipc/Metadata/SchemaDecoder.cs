using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>Schemas as Schema.fbs describes them.</summary>
internal sealed class SchemaDecoder
{
    private readonly MetadataBudget _budget;
    private readonly List<long> _dictionaryIds = [];

    private SchemaDecoder(MetadataBudget budget) => _budget = budget;

    /// <summary>The schema, and the plans of its columns with the dictionaries they use.</summary>
    /// <exception cref="ArrowFormatException">The schema contradicts itself, or uses what is not read.</exception>
    public static (Schema Schema, ColumnPlan[] Columns) Decode(FlatTable table, int metadataLength)
    {
        if (table.Int16(Slots.Schema.Endianness) != 0)
            throw new ArrowFormatException("The stream or file is big-endian; LabTest.Arrow reads little-endian ones, which all common machines write.");

        var decoder = new SchemaDecoder(new MetadataBudget(metadataLength));
        try
        {
            var schema = new Schema(decoder.Fields(table, Slots.Schema.Fields), decoder.KeyValues(table, Slots.Schema.Metadata));
            return (schema, ColumnPlan.Of(schema, decoder._dictionaryIds));
        }
        catch (ArgumentException e)
        {
            throw new ArrowFormatException($"The schema contradicts itself: {e.Message}", e);
        }
    }

    private Field[] Fields(FlatTable table, int slot)
    {
        var fields = new Field[table.TableCount(slot)];
        for (var i = 0; i < fields.Length; i++)
        {
            _budget.Enter();
            fields[i] = Field(table.TableAt(slot, i));
            _budget.Leave();
        }

        return fields;
    }

    private Field Field(FlatTable field)
    {
        var indexType = field.TryTable(Slots.Field.Dictionary, out var dictionary) ? Encoding(dictionary) : null;
        var children = Fields(field, Slots.Field.Children);
        if (!field.TryTable(Slots.Field.Type, out var typeTable))
            throw new ArrowFormatException("A field has no type.");

        var type = TypeDecoder.Decode((TypeKind)field.Byte(Slots.Field.TypeKind), typeTable, children, _budget);
        if (indexType is not null)
            type = new DictionaryType(indexType, type, dictionary.Bool(Slots.DictionaryEncoding.IsOrdered));

        return new Field(
            field.Text(Slots.Field.Name, _budget) ?? string.Empty,
            type,
            field.Bool(Slots.Field.Nullable),
            KeyValues(field, Slots.Field.Metadata));
    }

    private IArrowType Encoding(FlatTable dictionary)
    {
        _dictionaryIds.Add(dictionary.Int64(Slots.DictionaryEncoding.Id));
        return dictionary.TryTable(Slots.DictionaryEncoding.IndexType, out var index) ? TypeDecoder.Integer(index) : Int32Type.Default;
    }

    private List<KeyValuePair<string, string>> KeyValues(FlatTable table, int slot)
    {
        List<KeyValuePair<string, string>> pairs = [];
        for (var i = 0; i < table.TableCount(slot); i++)
        {
            var pair = table.TableAt(slot, i);
            pairs.Add(new(
                pair.Text(Slots.KeyValue.Key, _budget) ?? string.Empty,
                pair.Text(Slots.KeyValue.Value, _budget) ?? string.Empty));
            _budget.Take(sizeof(int));
        }

        return pairs;
    }
}
