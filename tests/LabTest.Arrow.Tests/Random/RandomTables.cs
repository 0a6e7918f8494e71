using FsCheck;
using FsCheck.Fluent;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Random;

/// <summary>Generators of tables with nested columns, nulls, empty batches and slices.</summary>
internal static class RandomTables
{
    private static readonly IArrowType[] Integers =
    [
        Int8Type.Default, Int16Type.Default, Int32Type.Default, Int64Type.Default,
        UInt8Type.Default, UInt16Type.Default, UInt32Type.Default, UInt64Type.Default,
    ];

    /// <summary>The types that every reader here knows.</summary>
    private static readonly IArrowType[] Common =
    [
        .. Integers,
        HalfFloatType.Default, FloatType.Default, DoubleType.Default, BooleanType.Default, NullType.Default,
        StringType.Default, LargeStringType.Default, BinaryType.Default, LargeBinaryType.Default,
        Date32Type.Default, Date64Type.Default,
        new Time32Type(TimeUnit.Second), new Time32Type(TimeUnit.Millisecond), new Time64Type(TimeUnit.Microsecond), new Time64Type(TimeUnit.Nanosecond),
        .. Enum.GetValues<TimeUnit>().SelectMany(unit => new IArrowType[]
        {
            new TimestampType(unit, "UTC"), new TimestampType(unit, (string?)null), DurationType.FromTimeUnit(unit),
        }),
        new TimestampType(TimeUnit.Nanosecond, "Europe/Vienna"),
        new Decimal128Type(20, 4), new FixedSizeBinaryType(5),
    ];

    private static readonly IArrowType[] Rare =
    [
        new Decimal256Type(50, 10), IntervalType.YearMonth, IntervalType.DayTime, IntervalType.MonthDayNanosecond,
    ];

    /// <summary>Tables of everything that is written.</summary>
    public static Arbitrary<RandomTable> Everything(bool sharesDictionaries) =>
        Tables([.. Common, .. Rare], Integers, new ReaderRules(sharesDictionaries, ForPolars: false));

    /// <summary>Tables of what polars knows, with dictionaries as it takes them, and without maps that are null: it reads those as empty ones.</summary>
    public static Arbitrary<RandomTable> ForPolars(bool sharesDictionaries) =>
        Tables(Common, [UInt32Type.Default, Int32Type.Default], new ReaderRules(sharesDictionaries, ForPolars: true));

    private static Arbitrary<RandomTable> Tables(IArrowType[] flat, IArrowType[] indices, ReaderRules rules)
    {
        var tables =
            from types in Types(flat, indices, rules, depth: 3).NonEmptyListOf()
            from lengths in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 40))).NonEmptyListOf()
            from seed in Gen.Choose(0, int.MaxValue)
            from nullable in Gen.Choose(0, 7)
            select new RandomTable(
                types.Take(6).Select((type, i) => Column($"c{i}", type, nullable != 0, rules)).ToArray(), lengths.Take(4).ToArray(), seed, rules);
        return Arb.From(tables, table => table.Smaller());
    }

    private static Gen<IArrowType> Types(IArrowType[] flat, IArrowType[] indices, ReaderRules rules, int depth)
    {
        var leaf = Gen.Elements(flat);
        if (depth == 0)
            return leaf;

        var nested = Types(flat, indices, rules, depth - 1);
        var field = from type in nested from nullable in Gen.Elements(true, true, false) select Column("item", type, nullable, rules);
        return Gen.Frequency<IArrowType>(
            (6, leaf),
            (1, field.Select(IArrowType (f) => new ListType(f))),
            (1, field.Select(IArrowType (f) => new LargeListType(f))),
            (1, from f in field from size in Gen.Choose(1, 3) select (IArrowType)new FixedSizeListType(f, size)),
            (1, from fields in field.NonEmptyListOf() select (IArrowType)new StructType(fields.Take(3).Select((f, i) => new Field($"f{i}", f.DataType, f.IsNullable)).ToArray())),
            (1, from f in field select (IArrowType)new MapType(new Field("key", StringType.Default, nullable: false), new Field("value", f.DataType, f.IsNullable))),
            (1, from index in Gen.Elements(indices) from value in rules.ForPolars ? Gen.Constant<IArrowType>(StringType.Default) : Values(nested) select (IArrowType)new DictionaryType(index, value, false)));
    }

    /// <summary>What a dictionary can hold.</summary>
    private static Gen<IArrowType> Values(Gen<IArrowType> types) => types.Where(type => type is not (NullType or DictionaryType));

    private static Field Column(string name, IArrowType type, bool nullable, ReaderRules rules) =>
        new(name, type, type is NullType || (nullable && !(type is MapType && rules.ForPolars)));
}
