using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Makes the array class that belongs to a type.</summary>
public static class ArrowArrayFactory
{
    /// <summary>The array over <paramref name="data"/>, of the class that its type asks for.</summary>
    /// <exception cref="ArgumentException">Buffers or children are missing.</exception>
    public static IArrowArray BuildArray(ArrayData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.DataType.TypeId switch
        {
            ArrowTypeId.Null => new NullArray(data),
            ArrowTypeId.Boolean => new BooleanArray(data),
            ArrowTypeId.UInt8 => new UInt8Array(data),
            ArrowTypeId.Int8 => new Int8Array(data),
            ArrowTypeId.UInt16 => new UInt16Array(data),
            ArrowTypeId.Int16 => new Int16Array(data),
            ArrowTypeId.UInt32 => new UInt32Array(data),
            ArrowTypeId.Int32 => new Int32Array(data),
            ArrowTypeId.UInt64 => new UInt64Array(data),
            ArrowTypeId.Int64 => new Int64Array(data),
            ArrowTypeId.HalfFloat => new HalfFloatArray(data),
            ArrowTypeId.Float => new FloatArray(data),
            ArrowTypeId.Double => new DoubleArray(data),
            ArrowTypeId.String => new StringArray(data),
            ArrowTypeId.LargeString => new LargeStringArray(data),
            ArrowTypeId.Binary => new BinaryArray(data),
            ArrowTypeId.LargeBinary => new LargeBinaryArray(data),
            ArrowTypeId.StringView => new StringViewArray(data),
            ArrowTypeId.BinaryView => new BinaryViewArray(data),
            ArrowTypeId.FixedSizedBinary => new FixedSizeBinaryArray(data),
            ArrowTypeId.Decimal128 => new Decimal128Array(data),
            ArrowTypeId.Decimal256 => new Decimal256Array(data),
            ArrowTypeId.Date32 => new Date32Array(data),
            ArrowTypeId.Date64 => new Date64Array(data),
            ArrowTypeId.Time32 => new Time32Array(data),
            ArrowTypeId.Time64 => new Time64Array(data),
            ArrowTypeId.Timestamp => new TimestampArray(data),
            ArrowTypeId.Duration => new DurationArray(data),
            ArrowTypeId.Interval => BuildInterval(data),
            ArrowTypeId.List => new ListArray(data),
            ArrowTypeId.LargeList => new LargeListArray(data),
            ArrowTypeId.FixedSizeList => new FixedSizeListArray(data),
            ArrowTypeId.Struct => new StructArray(data),
            ArrowTypeId.Map => new MapArray(data),
            ArrowTypeId.Dictionary => new DictionaryArray(data),
            _ => throw new NotSupportedException($"LabTest.Arrow has no array of {data.DataType}."),
        };
    }

    /// <summary>Some of an array's values, sharing memory.</summary>
    /// <param name="array">The array.</param>
    /// <param name="offset">The first value.</param>
    /// <param name="length">How many values; fewer where the array ends before.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first value lies outside the array, or <paramref name="length"/> is negative.</exception>
    public static IArrowArray Slice(IArrowArray array, int offset, int length)
    {
        ArgumentNullException.ThrowIfNull(array);
        return BuildArray(array.Data.Slice(offset, length));
    }

    private static IArrowArray BuildInterval(ArrayData data) => ((IntervalType)data.DataType).Unit switch
    {
        IntervalUnit.YearMonth => new YearMonthIntervalArray(data),
        IntervalUnit.DayTime => new DayTimeIntervalArray(data),
        _ => new MonthDayNanosecondIntervalArray(data),
    };
}
