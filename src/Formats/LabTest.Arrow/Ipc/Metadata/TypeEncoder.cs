using LabTest.Arrow.FlatBuffers;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>Types as Schema.fbs describes them.</summary>
internal static class TypeEncoder
{
    /// <summary>Writes the table of <paramref name="type"/>, which is not a dictionary, and gives its kind and place.</summary>
    public static (TypeKind Kind, int Table) Encode(FlatBufferWriter writer, IArrowType type) => type switch
    {
        NullType => (TypeKind.Null, Empty(writer)),
        BooleanType => (TypeKind.Bool, Empty(writer)),
        HalfFloatType => (TypeKind.FloatingPoint, Short(writer, 0)),
        FloatType => (TypeKind.FloatingPoint, Short(writer, 1)),
        DoubleType => (TypeKind.FloatingPoint, Short(writer, 2)),
        NumberType t => (TypeKind.Int, Integer(writer, t)),
        StringType => (TypeKind.Utf8, Empty(writer)),
        LargeStringType => (TypeKind.LargeUtf8, Empty(writer)),
        StringViewType => (TypeKind.Utf8View, Empty(writer)),
        BinaryType => (TypeKind.Binary, Empty(writer)),
        LargeBinaryType => (TypeKind.LargeBinary, Empty(writer)),
        BinaryViewType => (TypeKind.BinaryView, Empty(writer)),
        Decimal128Type t => (TypeKind.Decimal, Decimal(writer, t.Precision, t.Scale, t.BitWidth)),
        Decimal256Type t => (TypeKind.Decimal, Decimal(writer, t.Precision, t.Scale, t.BitWidth)),
        FixedSizeBinaryType t => (TypeKind.FixedSizeBinary, Int(writer, t.ByteWidth)),
        Date32Type => (TypeKind.Date, Short(writer, 0)),
        Date64Type => (TypeKind.Date, Short(writer, 1)),
        TimestampType t => (TypeKind.Timestamp, Timestamp(writer, t)),
        DurationType t => (TypeKind.Duration, Short(writer, (short)t.Unit)),
        TimeBasedType t => (TypeKind.Time, Time(writer, t)),
        IntervalType t => (TypeKind.Interval, Short(writer, (short)t.Unit)),
        ListType => (TypeKind.List, Empty(writer)),
        LargeListType => (TypeKind.LargeList, Empty(writer)),
        FixedSizeListType t => (TypeKind.FixedSizeList, Int(writer, t.ListSize)),
        StructType => (TypeKind.Struct, Empty(writer)),
        MapType t => (TypeKind.Map, Map(writer, t)),
        _ => throw new NotSupportedException($"LabTest.Arrow does not write {type}."),
    };

    public static int Integer(FlatBufferWriter writer, NumberType type)
    {
        writer.StartTable(2);
        writer.Number(Slots.Type.IntBitWidth, type.BitWidth);
        writer.Bool(Slots.Type.IntIsSigned, type.IsSigned);
        return writer.EndTable();
    }

    private static int Empty(FlatBufferWriter writer)
    {
        writer.StartTable(0);
        return writer.EndTable();
    }

    /// <summary>A table whose one field is a unit or a precision.</summary>
    private static int Short(FlatBufferWriter writer, short value)
    {
        writer.StartTable(1);
        writer.Number(Slots.Type.Unit, value);
        return writer.EndTable();
    }

    /// <summary>A table whose one field is a width or a size.</summary>
    private static int Int(FlatBufferWriter writer, int value)
    {
        writer.StartTable(1);
        writer.Number(Slots.Type.Width, value);
        return writer.EndTable();
    }

    private static int Map(FlatBufferWriter writer, MapType type)
    {
        writer.StartTable(1);
        writer.Bool(Slots.Type.KeysSorted, type.KeySorted);
        return writer.EndTable();
    }

    private static int Decimal(FlatBufferWriter writer, int precision, int scale, int bitWidth)
    {
        writer.StartTable(3);
        writer.Number(Slots.Type.DecimalPrecision, precision);
        writer.Number(Slots.Type.DecimalScale, scale);
        writer.Number(Slots.Type.DecimalBitWidth, bitWidth);
        return writer.EndTable();
    }

    private static int Time(FlatBufferWriter writer, TimeBasedType type)
    {
        writer.StartTable(2);
        writer.Number(Slots.Type.TimeBitWidth, type.BitWidth);
        writer.Number(Slots.Type.Unit, (short)type.Unit);
        return writer.EndTable();
    }

    private static int Timestamp(FlatBufferWriter writer, TimestampType type)
    {
        var timezone = type.Timezone is null ? 0 : writer.Text(type.Timezone);
        writer.StartTable(2);
        writer.Offset(Slots.Type.Timezone, timezone);
        writer.Number(Slots.Type.Unit, (short)type.Unit);
        return writer.EndTable();
    }
}
