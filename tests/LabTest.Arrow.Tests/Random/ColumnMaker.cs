using System.Text.Json.Nodes;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Random;

/// <summary>
/// Makes arrays buffer by buffer as the columnar format describes them, with all that it allows: slices that begin and end anywhere,
/// garbage where values are null, offsets that do not begin at 0, bits behind the last one. Uses no builder of the library.
/// </summary>
internal sealed class ColumnMaker(System.Random random, ReaderRules rules)
{
    private readonly Dictionary<Field, MadeColumn> _dictionaries = [];
    private readonly Dictionary<Field, int> _used = [];
    private readonly ScalarMaker _scalars = new(random);

    /// <summary>A column of so many values.</summary>
    public MadeColumn Make(Field field, int length)
    {
        var before = random.Next(3) == 0 ? random.Next(20) : 0;
        var behind = random.Next(3) == 0 ? random.Next(5) : 0;
        var whole = MakeWhole(field, before + length + behind);
        return new MadeColumn(whole.Data.Slice(before, length), whole.Values[before..(before + length)]);
    }

    private MadeColumn MakeWhole(Field field, int length)
    {
        if (field.DataType is NullType)
            return new MadeColumn(new ArrayData(NullType.Default, length, length), new JsonNode?[length]);

        var valid = Validity(field, length);
        var made = MakeValues(field, valid);
        for (var i = 0; i < length; i++)
        {
            if (!valid[i])
                made.Values[i] = null;
        }

        return made;
    }

    private MadeColumn MakeValues(Field field, bool[] valid) => field.DataType switch
    {
        DictionaryType type => MakeDictionary(field, type, valid),
        ListType or MapType => MakeList(field, valid, sizeof(int)),
        LargeListType => MakeList(field, valid, sizeof(long)),
        FixedSizeListType type => MakeFixedSizeList(type, valid),
        StructType type => MakeStruct(type, valid),
        StringType or BinaryType => MakeVariable(field, valid, sizeof(int)),
        LargeStringType or LargeBinaryType => MakeVariable(field, valid, sizeof(long)),
        BooleanType => MakeBits(field, valid),
        _ => MakeFixed(field, valid),
    };

    private MadeColumn MakeBits(Field field, bool[] valid)
    {
        var values = valid.Select(_ => random.Next(2) == 1).ToArray();
        return new MadeColumn(Data(field, valid, [Bitmap(values)]), System.Array.ConvertAll(values, JsonNode? (v) => v));
    }

    private MadeColumn MakeFixed(Field field, bool[] valid)
    {
        List<byte> bytes = [];
        var values = valid.Select(_ => _scalars.Append(field.DataType, bytes)).ToArray();
        return new MadeColumn(Data(field, valid, [new ArrowBuffer(bytes.ToArray())]), values);
    }

    private MadeColumn MakeVariable(Field field, bool[] valid, int width)
    {
        List<byte> bytes = [.. new byte[random.Next(2) * random.Next(5)]];
        List<long> offsets = [bytes.Count];
        List<JsonNode?> values = [];
        foreach (var _ in valid)
        {
            values.Add(_scalars.Append(field.DataType, bytes));
            offsets.Add(bytes.Count);
        }

        bytes.AddRange(new byte[random.Next(3)]);
        return new MadeColumn(Data(field, valid, [Offsets(offsets, width), new ArrowBuffer(bytes.ToArray())]), [.. values]);
    }

    private MadeColumn MakeList(Field field, bool[] valid, int width)
    {
        List<long> offsets = [random.Next(2) * random.Next(3)];
        foreach (var _ in valid)
            offsets.Add(offsets[^1] + random.Next(4));
        var child = Make(((NestedType)field.DataType).Fields[0], (int)offsets[^1] + random.Next(3));
        var values = Enumerable.Range(0, valid.Length).Select(i => List(child, (int)offsets[i], (int)offsets[i + 1]));
        return new MadeColumn(Data(field, valid, [Offsets(offsets, width)], [child.Data]), values.ToArray());
    }

    private MadeColumn MakeFixedSizeList(FixedSizeListType type, bool[] valid)
    {
        var child = Make(type.ValueField, valid.Length * type.ListSize);
        var values = Enumerable.Range(0, valid.Length).Select(i => List(child, i * type.ListSize, (i + 1) * type.ListSize));
        return new MadeColumn(Data(new Field("", type, true), valid, [], [child.Data]), values.ToArray());
    }

    private MadeColumn MakeStruct(StructType type, bool[] valid)
    {
        var children = type.Fields.Select(child => Make(child, valid.Length)).ToArray();
        var values = Enumerable.Range(0, valid.Length).Select(JsonNode? (i) => new JsonArray(children.Select(c => c.Values[i]?.DeepClone()).ToArray()));
        return new MadeColumn(Data(new Field("", type, true), valid, [], children.Select(c => c.Data)), values.ToArray());
    }

    private MadeColumn MakeDictionary(Field field, DictionaryType type, bool[] valid)
    {
        if (!rules.SharesDictionaries || !_dictionaries.TryGetValue(field, out var whole))
            _dictionaries[field] = whole = Make(new Field("values", type.ValueType, nullable: !rules.ForPolars), 20);

        // polars knows dictionaries that stay the same or are replaced; others know also such that grow.
        var used = _used[field] = rules.ForPolars ? 20 : Math.Min(20, _used.GetValueOrDefault(field) + 1 + random.Next(10));
        var dictionary = new MadeColumn(whole.Data.Slice(0, used), whole.Values[..used]);
        List<byte> indices = [];
        var values = valid.Select(isValid =>
        {
            var index = random.Next(dictionary.Values.Length);
            indices.AddRange(BitConverter.GetBytes((long)(isValid || rules.ForPolars ? index : random.Next(100))).AsSpan(0, ((NumberType)type.IndexType).BitWidth / 8));
            return dictionary.Values[index]?.DeepClone();
        }).ToArray();
        return new MadeColumn(Data(field, valid, [new ArrowBuffer(indices.ToArray())], dictionary: dictionary.Data), values);
    }

    private static JsonNode? List(MadeColumn child, int from, int to) => new JsonArray(child.Values[from..to].Select(v => v?.DeepClone()).ToArray());

    private ArrayData Data(Field field, bool[] valid, ArrowBuffer[] buffers, IEnumerable<ArrayData>? children = null, ArrayData? dictionary = null)
    {
        var nulls = valid.Count(v => !v);
        var validity = nulls == 0 && random.Next(2) == 0 ? ArrowBuffer.Empty : Bitmap(valid);
        return new ArrayData(field.DataType, valid.Length, random.Next(2) == 0 ? nulls : -1, 0, [validity, .. buffers], children, dictionary);
    }

    private bool[] Validity(Field field, int length)
    {
        var rate = field.IsNullable ? new[] { 0, 0.1, 0.5, 1 }[random.Next(4)] : 0;
        return Enumerable.Range(0, length).Select(_ => random.NextDouble() >= rate).ToArray();
    }

    private ArrowBuffer Bitmap(bool[] bits)
    {
        var bytes = new byte[(bits.Length + 7) / 8 + random.Next(3)];
        random.NextBytes(bytes);
        for (var i = 0; i < bits.Length; i++)
            bytes[i / 8] = (byte)(bits[i] ? bytes[i / 8] | (1 << (i % 8)) : bytes[i / 8] & ~(1 << (i % 8)));
        return new ArrowBuffer(bytes);
    }

    private static ArrowBuffer Offsets(List<long> offsets, int width) => width == sizeof(long)
        ? ArrowBuffer.Wrap<long>(offsets.ToArray())
        : ArrowBuffer.Wrap<int>(offsets.ConvertAll(offset => (int)offset).ToArray());
}
