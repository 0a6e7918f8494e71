using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>Types as Schema.fbs describes them.</summary>
internal static class TypeDecoder
{
    /// <summary>The type that a table describes.</summary>
    /// <exception cref="ArrowFormatException">The type contradicts itself, or is one of those that are not read.</exception>
    public static IArrowType Decode(TypeKind kind, FlatTable type, Field[] children, MetadataBudget budget) => kind switch
    {
        TypeKind.Null => NullType.Default,
        TypeKind.Bool => BooleanType.Default,
        TypeKind.Int => Integer(type),
        TypeKind.FloatingPoint => Float(type.Int16(Slots.Type.FloatPrecision)),
        TypeKind.Utf8 => StringType.Default,
        TypeKind.LargeUtf8 => LargeStringType.Default,
        TypeKind.Utf8View => StringViewType.Default,
        TypeKind.Binary => BinaryType.Default,
        TypeKind.LargeBinary => LargeBinaryType.Default,
        TypeKind.BinaryView => BinaryViewType.Default,
        TypeKind.FixedSizeBinary => new FixedSizeBinaryType(type.Int32(Slots.Type.Width)),
        TypeKind.Decimal => Decimal(type),
        TypeKind.Date => type.Int16(Slots.Type.Unit, absent: 1) == 0 ? Date32Type.Default : Date64Type.Default,
        TypeKind.Time => Time(Unit(type, TimeUnit.Millisecond), type.Int32(Slots.Type.TimeBitWidth, absent: 32)),
        TypeKind.Timestamp => new TimestampType(Unit(type, TimeUnit.Second), type.Text(Slots.Type.Timezone, budget)),
        TypeKind.Duration => DurationType.FromTimeUnit(Unit(type, TimeUnit.Millisecond)),
        TypeKind.Interval => IntervalType.FromIntervalUnit((IntervalUnit)type.Int16(Slots.Type.Unit)),
        TypeKind.List => new ListType(Only(children)),
        TypeKind.LargeList => new LargeListType(Only(children)),
        TypeKind.FixedSizeList => new FixedSizeListType(Only(children), type.Int32(Slots.Type.ListSize)),
        TypeKind.Struct => new StructType(children),
        TypeKind.Map => new MapType(Only(children), type.Bool(Slots.Type.KeysSorted)),
        TypeKind.Union or TypeKind.RunEndEncoded or TypeKind.ListView or TypeKind.LargeListView =>
            throw new ArrowFormatException($"Columns of type {kind} are not read by LabTest.Arrow."),
        _ => throw new ArrowFormatException($"There is no type of kind {(byte)kind}."),
    };

    public static IArrowType Integer(FlatTable type) => (type.Int32(Slots.Type.IntBitWidth), type.Bool(Slots.Type.IntIsSigned)) switch
    {
        (8, true) => Int8Type.Default,
        (16, true) => Int16Type.Default,
        (32, true) => Int32Type.Default,
        (64, true) => Int64Type.Default,
        (8, false) => UInt8Type.Default,
        (16, false) => UInt16Type.Default,
        (32, false) => UInt32Type.Default,
        (64, false) => UInt64Type.Default,
        var (bits, _) => throw new ArrowFormatException($"There are no integers of {bits} bits."),
    };

    private static IArrowType Float(short precision) => precision switch
    {
        0 => HalfFloatType.Default,
        1 => FloatType.Default,
        2 => DoubleType.Default,
        _ => throw new ArrowFormatException($"There is no floating-point precision {precision}."),
    };

    private static IArrowType Decimal(FlatTable type)
    {
        var (precision, scale) = (type.Int32(Slots.Type.DecimalPrecision), type.Int32(Slots.Type.DecimalScale));
        if (Math.Abs((long)scale) > 1000)
            throw new ArrowFormatException($"A decimal of scale {scale} is beyond all reason.");
        return type.Int32(Slots.Type.DecimalBitWidth, absent: 128) switch
        {
            128 => new Decimal128Type(precision, scale),
            256 => new Decimal256Type(precision, scale),
            var bits => throw new ArrowFormatException($"Decimals of {bits} bits are not read by LabTest.Arrow; those of 128 and 256 are."),
        };
    }

    private static IArrowType Time(TimeUnit unit, int bits) => bits switch
    {
        32 => new Time32Type(unit),
        64 => new Time64Type(unit),
        _ => throw new ArrowFormatException($"There are no times of day of {bits} bits."),
    };

    private static TimeUnit Unit(FlatTable type, TimeUnit absent) => (TimeUnit)type.Int16(Slots.Type.Unit, (short)absent) is var unit && Enum.IsDefined(unit)
        ? unit
        : throw new ArrowFormatException($"There is no time unit {(short)unit}.");

    private static Field Only(Field[] children) => children.Length == 1
        ? children[0]
        : throw new ArrowFormatException($"A list or map has one child; {children.Length} are described.");
}
