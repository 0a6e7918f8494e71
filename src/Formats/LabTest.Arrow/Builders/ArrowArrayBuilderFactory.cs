using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Makes the builder that belongs to a type, for the elements of lists and maps.</summary>
internal static class ArrowArrayBuilderFactory
{
    /// <summary>The builder for values of <paramref name="type"/>.</summary>
    /// <exception cref="NotSupportedException">Arrays of that type are made from their parts.</exception>
    public static IArrowArrayBuilder<IArrowArray, IArrowArrayBuilder<IArrowArray>> Build(IArrowType type) => type switch
    {
        NullType => new NullArray.Builder(),
        BooleanType => new BooleanArray.Builder(),
        UInt8Type => new UInt8Array.Builder(),
        Int8Type => new Int8Array.Builder(),
        UInt16Type => new UInt16Array.Builder(),
        Int16Type => new Int16Array.Builder(),
        UInt32Type => new UInt32Array.Builder(),
        Int32Type => new Int32Array.Builder(),
        UInt64Type => new UInt64Array.Builder(),
        Int64Type => new Int64Array.Builder(),
        HalfFloatType => new HalfFloatArray.Builder(),
        FloatType => new FloatArray.Builder(),
        DoubleType => new DoubleArray.Builder(),
        StringType => new StringArray.Builder(),
        LargeStringType => new LargeStringArray.Builder(),
        BinaryType => new BinaryArray.Builder(),
        LargeBinaryType => new LargeBinaryArray.Builder(),
        Decimal128Type t => new Decimal128Array.Builder(t),
        Decimal256Type t => new Decimal256Array.Builder(t),
        FixedSizeBinaryType t => new FixedSizeBinaryArray.Builder(t.ByteWidth),
        Date32Type => new Date32Array.Builder(),
        Date64Type => new Date64Array.Builder(),
        Time32Type t => new Time32Array.Builder(t),
        Time64Type t => new Time64Array.Builder(t),
        TimestampType t => new TimestampArray.Builder(t),
        DurationType t => new DurationArray.Builder(t),
        IntervalType { Unit: IntervalUnit.YearMonth } => new YearMonthIntervalArray.Builder(),
        IntervalType { Unit: IntervalUnit.DayTime } => new DayTimeIntervalArray.Builder(),
        IntervalType => new MonthDayNanosecondIntervalArray.Builder(),
        ListType t => new ListArray.Builder(t),
        LargeListType t => new LargeListArray.Builder(t),
        FixedSizeListType t => new FixedSizeListArray.Builder(t),
        MapType t => new MapArray.Builder(t),
        _ => throw new NotSupportedException($"There is no builder for {type}; make the array from its parts."),
    };
}
