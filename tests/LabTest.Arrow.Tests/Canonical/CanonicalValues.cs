using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Canonical;

/// <summary>Every value in the form that Foreign/canonical.mjs gives it, read through the public members of the arrays.</summary>
internal static class CanonicalValues
{
    public static JsonArray Of(IArrowArray array) => new(Enumerable.Range(0, array.Length).Select(i => Of(array, i)).ToArray());

    public static JsonNode? Of(IArrowArray array, int i)
    {
        if (array.IsNull(i))
            return null;

        return array switch
        {
            BooleanArray a => a.GetValue(i)!.Value,
            HalfFloatArray a => Float((double)a.GetValue(i)!.Value),
            FloatArray a => Float(a.GetValue(i)!.Value),
            DoubleArray a => Float(a.GetValue(i)!.Value),
            Int8Array a => Integer(a.GetValue(i)!.Value),
            Int16Array a => Integer(a.GetValue(i)!.Value),
            Int32Array a => Integer(a.GetValue(i)!.Value),
            Int64Array a => Integer(a.GetValue(i)!.Value),
            UInt8Array a => Integer(a.GetValue(i)!.Value),
            UInt16Array a => Integer(a.GetValue(i)!.Value),
            UInt32Array a => Integer(a.GetValue(i)!.Value),
            UInt64Array a => Integer(a.GetValue(i)!.Value),
            StringArray a => a.GetString(i),
            LargeStringArray a => a.GetString(i),
            StringViewArray a => a.GetString(i),
            BinaryArray a => Hex(a.GetBytes(i)),
            LargeBinaryArray a => Hex(a.GetBytes(i)),
            BinaryViewArray a => Hex(a.GetBytes(i)),
            Decimal128Array a => Integer(new BigInteger(a.GetBytes(i))),
            Decimal256Array a => Integer(new BigInteger(a.GetBytes(i))),
            FixedSizeBinaryArray a => Hex(a.GetBytes(i)),
            Date32Array a => Integer(a.GetValue(i)!.Value * (BigInteger)TimeSpan.TicksPerDay * 100),
            Date64Array a => Integer(a.GetValue(i)!.Value * (BigInteger)1_000_000),
            Time32Array a => Nanoseconds(a.GetValue(i)!.Value, a),
            Time64Array a => Nanoseconds(a.GetValue(i)!.Value, a),
            TimestampArray a => Nanoseconds(a.GetValue(i)!.Value, a),
            DurationArray a => Nanoseconds(a.GetValue(i)!.Value, a),
            YearMonthIntervalArray a => new JsonArray(Integer(a.GetValue(i)!.Value.Months)),
            DayTimeIntervalArray a => new JsonArray(Integer(a.GetValue(i)!.Value.Days), Integer(a.GetValue(i)!.Value.Milliseconds)),
            MonthDayNanosecondIntervalArray a => new JsonArray(
                Integer(a.GetValue(i)!.Value.Months), Integer(a.GetValue(i)!.Value.Days), Integer(a.GetValue(i)!.Value.Nanoseconds)),
            ListArray a => Of(a.GetSlicedValues(i)!),
            LargeListArray a => Of(a.GetSlicedValues(i)!),
            FixedSizeListArray a => Of(a.GetSlicedValues(i)!),
            StructArray a => new JsonArray(a.Fields.Select(field => Of(field, i)).ToArray()),
            DictionaryArray a => Of(a.Dictionary, a.GetIndex(i)!.Value),
            _ => throw new NotSupportedException($"{array.GetType()}"),
        };
    }

    public static JsonArray Of(RecordBatch batch) => new(batch.Arrays.Select(JsonNode? (array) => Of(array)).ToArray());

    public static JsonNode Integer(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    public static JsonNode Float(double value) => double.IsNaN(value) ? "nan" : BitConverter.DoubleToUInt64Bits(value).ToString("x16");

    public static JsonNode Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    private static JsonNode Nanoseconds(long value, Array array)
    {
        var unit = ((TimeBasedType)array.Data.DataType).Unit;
        return Integer(value * BigInteger.Pow(1000, TimeUnit.Nanosecond - unit));
    }
}
