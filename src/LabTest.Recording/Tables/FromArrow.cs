using System.Globalization;
using System.Numerics;
using LabTest.Arrow;
using LabTest.Arrow.Types;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>Arrow arrays as columns, over the same memory where the layouts agree.</summary>
internal static class FromArrow
{
    private const long NanosecondsPerDay = 86_400_000_000_000;

    public static Column Column(Field field, int place, IArrowArray array)
    {
        var name = field.Name.Length == 0 ? $"column {place + 1}" : field.Name;
        var unit = Unit.One;
        if (field.Metadata.GetValueOrDefault(ArrowNames.Unit) is { } symbol && !Unit.TryParse(symbol, out unit))
            (name, unit) = ($"{name} [{symbol}]", Unit.One);
        try
        {
            return Column(name, unit, Plain(array));
        }
        catch (Exception e) when (e is NotSupportedException or OverflowException)
        {
            throw new RecordingException($"Column '{name}' of {field.DataType} cannot be part of a table: {e.Message}", e);
        }
    }

    /// <summary>One array of all values.</summary>
    /// <exception cref="ArgumentException">The arrays are of different types.</exception>
    public static IArrowArray Joined(IReadOnlyList<IArrowArray> arrays) =>
        arrays.Count == 1 ? arrays[0] : ArrowArrayConcatenator.Concatenate([.. arrays.Select(Plain)])!;

    /// <summary>An array of a field's type without values.</summary>
    public static IArrowArray Nothing(Field field) => field.DataType switch
    {
        DictionaryType => new StringArray.Builder().Build(),
        var type => ArrowArrayFactory.BuildArray(new ArrayData(type, 0, 0, 0, [ArrowBuffer.Empty, ArrowBuffer.Empty, ArrowBuffer.Empty])),
    };

    private static Column Column(string name, Unit unit, IArrowArray array) => array switch
    {
        Int8Array a => Numbers(name, unit, a),
        Int16Array a => Numbers(name, unit, a),
        Int32Array a => Numbers(name, unit, a),
        Int64Array a => Numbers(name, unit, a),
        UInt8Array a => Numbers(name, unit, a),
        UInt16Array a => Numbers(name, unit, a),
        UInt32Array a => Numbers(name, unit, a),
        UInt64Array a => Numbers(name, unit, a),
        HalfFloatArray a => Numbers(name, unit, a),
        FloatArray a => Numbers(name, unit, a),
        DoubleArray a => Numbers(name, unit, a),
        BooleanArray a => new FlagColumn(name, Bits(a.ValueBuffer.Memory, a.Offset, a.Length), a.Length, Validity(a)),
        StringArray a => Texts(name, a),
        LargeStringArray a => Columns.Of(name, [.. Enumerable.Range(0, a.Length).Select(a.GetString)]),
        TimestampArray a => Times(name, a, Nanoseconds(((TimestampType)a.Data.DataType).Unit)),
        Date32Array a => Times(name, a, NanosecondsPerDay),
        Date64Array a => Times(name, a, Nanoseconds(TimeUnit.Millisecond)),
        DurationArray a => Numbers(name, UnitOf(a), a),
        Time32Array a => Numbers(name, UnitOf(a), a),
        Time64Array a => Numbers(name, UnitOf(a), a),
        Decimal128Array a => Columns.Of(name, [.. Enumerable.Range(0, a.Length).Select(i => Number(a.GetString(i)))], unit),
        Decimal256Array a => Columns.Of(name, [.. Enumerable.Range(0, a.Length).Select(i => Number(a.GetString(i)))], unit),
        NullArray a => Columns.Of(name, new double?[a.Length], unit),
        _ => throw new NotSupportedException("tables hold numbers, flags, times and texts. Leave the column out, or take its parts apart first."),
    };

    /// <summary>An array whose values stand in it itself: texts for dictionaries and views.</summary>
    private static IArrowArray Plain(IArrowArray array) => array switch
    {
        DictionaryArray a when Plain(a.Dictionary) is IReadOnlyList<string?> texts => Decoded(a, texts),
        StringViewArray a => new StringArray.Builder().AppendRange(a).Build(),
        _ => array,
    };

    private static StringArray Decoded(DictionaryArray array, IReadOnlyList<string?> texts)
    {
        var builder = new StringArray.Builder();
        for (var i = 0; i < array.Length; i++)
            builder.Append(array.GetIndex(i) is { } index ? texts[index] : null);
        return builder.Build();
    }

    private static NumberColumn<T> Numbers<T>(string name, Unit unit, PrimitiveArray<T> array)
        where T : unmanaged, INumber<T> => new(name, array.ValueMemory, unit, Validity(array));

    private static TextColumn Texts(string name, StringArray array)
    {
        var offsets = array.Length == 0
            ? new int[1]
            : new Int32Array(array.ValueOffsetsBuffer, ArrowBuffer.Empty, array.Length + 1, nullCount: 0, array.Offset).ValueMemory;
        return new TextColumn(name, offsets, array.ValueBuffer.Memory, Validity(array));
    }

    private static TimeColumn Times<T>(string name, PrimitiveArray<T> array, long nanoseconds)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (nanoseconds == 1 && array is TimestampArray timestamps)
            return new TimeColumn(name, timestamps.ValueMemory, Validity(array));
        var values = new long[array.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = array.IsValid(i) ? checked(long.CreateChecked(array.Values[i]) * nanoseconds) : 0;
        return new TimeColumn(name, values, Validity(array));
    }

    private static double? Number(string? text) => text is null ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static Unit UnitOf(IArrowArray array) => Unit.Parse(((TimeBasedType)array.Data.DataType).Unit switch
    {
        TimeUnit.Second => "s",
        TimeUnit.Millisecond => "ms",
        TimeUnit.Microsecond => "µs",
        _ => "ns",
    });

    private static long Nanoseconds(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => 1_000_000_000,
        TimeUnit.Millisecond => 1_000_000,
        TimeUnit.Microsecond => 1_000,
        _ => 1,
    };

    private static ReadOnlyMemory<byte> Validity(Arrow.Array array) => array.NullCount == 0 ? default : Bits(array.NullBitmapBuffer.Memory, array.Offset, array.Length);

    /// <summary>Bits that begin with a byte: those of a slice may have to be moved.</summary>
    private static ReadOnlyMemory<byte> Bits(ReadOnlyMemory<byte> bits, int first, int count)
    {
        if (first % 8 == 0)
            return bits.Slice(first / 8, (count + 7) / 8);
        var builder = new ArrowBuffer.BitmapBuilder(count);
        for (var i = 0; i < count; i++)
            builder.Append(BitUtility.GetBit(bits.Span, first + i));
        return builder.Build().Memory;
    }
}
