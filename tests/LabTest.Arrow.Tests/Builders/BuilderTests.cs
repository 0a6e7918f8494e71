using LabTest.Arrow.Scalars;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Builders;

public sealed class BuilderTests
{
    [Fact]
    public void Builds_every_type_of_column() => Tables.Columns([EveryType()]).ToJsonString().Should().Be(
        """[[true,null,false],["-128",null,"1"],["-32768",null,"1"],["-2147483648",null,"1"],["-9223372036854775808",null,"1"],"""
        + """["255",null,"1"],["65535",null,"1"],["4294967295",null,"1"],["18446744073709551615",null,"1"],"""
        + """["3fe0000000000000",null,"nan"],["3fe0000000000000",null,"fff0000000000000"],["3fe0000000000000",null,"8000000000000000"],"""
        + """["\u00B5",null,""],["\u00B5",null,""],["0102",null,""],["0102",null,""],["0102",null,"0304"],"""
        + """["-12345",null,"1200"],["-12345",null,"1200"],"""
        + """["86400000000000",null,"-86400000000000"],["86400000000000",null,"-86400000000000"],"""
        + """["3723000000000",null,"0"],["3723004000000",null,"0"],["3723004005000",null,"0"],["3723004005600",null,"7"],"""
        + """["1000000000",null,"-1000000000"],["1000000000",null,"-1"],["1500000000",null,"3"],"""
        + """[["14"],null,["-1"]],[["1","2"],null,["0","-3"]],[["1","2","3"],null,["0","0","-4"]],"""
        + """[["1",null],null,[]],[["1",null],null,[]],[["1","2"],null,[null,"3"]],[[["a","1"],["b",null]],null,[]],[null,null,null]]""");

    [Fact]
    public void Keeps_what_was_built_when_the_builder_goes_on()
    {
        var builder = new StringArray.Builder().Append("a").AppendNull();
        var first = builder.Build();
        var second = builder.Append("b").Build();
        var third = builder.Clear().Append("c").Build();
        first.Should().Equal("a", null);
        second.Should().Equal("a", null, "b");
        third.Should().Equal("c");
    }

    [Fact]
    public void Keeps_lists_that_were_built_when_the_builder_goes_on()
    {
        var builder = new ListArray.Builder(Int32Type.Default);
        var values = (Int32Array.Builder)builder.ValueBuilder;
        builder.Append();
        values.Append(1).Append(2);
        var first = builder.Build();
        builder.AppendNull().Append();
        values.Append(3);
        Json(first).Should().Be("""[["1","2"]]""");
        Json(builder.Build()).Should().Be("""[["1","2"],null,["3"]]""");
        Json(builder.Clear().Append().Build()).Should().Be("[[]]");
    }

    [Fact]
    public void Keeps_no_validity_where_nothing_is_null()
    {
        new Int32Array.Builder().Append(1).Append(2).Build().NullBitmapBuffer.IsEmpty.Should().BeTrue();
        var array = new Int32Array.Builder().Append(1).AppendNull().Append(3).Build();
        (array.NullCount, array.IsNull(0), array.IsNull(1), array.IsValid(2)).Should().Be((1, false, true, true));
    }

    [Fact]
    public void Replaces_values_that_were_appended()
    {
        var array = new Int32Array.Builder().Append(1).AppendNull().Append(3).Set(1, 20).Set(2, 30).Build();
        array.Should().Equal(1, 20, 30);
        array.NullCount.Should().Be(0);
        new Int32Array.Builder().Invoking(b => b.Set(0, 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Appends_many_values_and_nulls_in_one_call()
    {
        new Int32Array.Builder().AppendRange([1, null, 3]).Append([4, 5]).AppendRange(Enumerable.Range(6, 3)).Build()
            .Should().Equal(1, null, 3, 4, 5, 6, 7, 8);
        new BooleanArray.Builder().AppendRange([true, null]).Append([false, true]).Build().Should().Equal(true, null, false, true);
        Enumerable.Range(0, 100).Aggregate(new BooleanArray.Builder(), (b, i) => i % 3 == 0 ? b.AppendNull() : b.Append(i % 2 == 0)).Build()
            .Should().Equal(Enumerable.Range(0, 100).Select(bool? (i) => i % 3 == 0 ? null : i % 2 == 0));
    }

    [Fact]
    public void Gives_each_text_of_a_dictionary_once()
    {
        var builder = new StringDictionaryBuilder().AppendRange(["a", "b", "a", null, "b"]);
        var first = builder.Build();
        var second = builder.Clear().Append("c").Append("a").Build();
        ((StringArray)first.Dictionary).Should().Equal("a", "b");
        ((Int32Array)first.Indices).Should().Equal(0, 1, 0, null, 1);
        ((StringArray)second.Dictionary).Should().Equal("a", "b", "c");
        ((Int32Array)second.Indices).Should().Equal(2, 0);
        (builder.Length, builder.DictionaryLength).Should().Be((2, 3));
    }

    [Fact]
    public void Says_which_decimals_do_not_fit()
    {
        var builder = new Decimal128Array.Builder(new Decimal128Type(5, 2));
        builder.Invoking(b => b.Append(1.234m)).Should().Throw<OverflowException>().WithMessage("1.234*5 digits*2*");
        builder.Invoking(b => b.Append(1000m)).Should().Throw<OverflowException>();
        builder.Append(-999.99m).Append(1.5m).Build().GetString(1).Should().Be("1.50");
    }

    [Fact]
    public void Says_which_bytes_do_not_fit() => new FixedSizeBinaryArray.Builder(2).Invoking(b => b.Append([1, 2, 3]))
        .Should().Throw<ArgumentException>().WithMessage("*3 bytes*fixed_size_binary[2]*");

    [Fact]
    public void Says_that_elements_are_missing()
    {
        var lists = new FixedSizeListArray.Builder(Int32Type.Default, 2).Append();
        lists.Invoking(b => b.Build()).Should().Throw<InvalidOperationException>().WithMessage("1 lists of 2 elements*0*");
        var maps = new MapArray.Builder(new MapType(Int32Type.Default, Int32Type.Default)).Append();
        ((Int32Array.Builder)maps.KeyBuilder).Append(1);
        maps.Invoking(b => b.Build()).Should().Throw<InvalidOperationException>().WithMessage("1 keys*0 values*");
    }

    [Fact]
    public void Puts_no_null_list_into_the_middle_of_another()
    {
        var lists = new FixedSizeListArray.Builder(Int32Type.Default, 2);
        var elements = (Int32Array.Builder)lists.Append().ValueBuilder;
        elements.Append(1);
        lists.Invoking(b => b.AppendNull()).Should().Throw<InvalidOperationException>().WithMessage("1 lists of 2 elements*1*");
        elements.Append(2);
        Json(lists.AppendNull().Build()).Should().Be("""[["1","2"],null]""");
    }

    /// <summary>A column of each type that can be built: a value, a null and another value.</summary>
    internal static RecordBatch EveryType()
    {
        var list = new ListArray.Builder(Int32Type.Default);
        ((Int32Array.Builder)list.Append().ValueBuilder).Append(1).AppendNull();
        var largeList = new LargeListArray.Builder(new Field("item", Int32Type.Default, nullable: true));
        ((Int32Array.Builder)largeList.Append().ValueBuilder).Append(1).AppendNull();
        var pairs = new FixedSizeListArray.Builder(Int32Type.Default, 2);
        ((Int32Array.Builder)pairs.Append().ValueBuilder).Append(1).Append(2);
        ((Int32Array.Builder)pairs.AppendNull().Append().ValueBuilder).AppendNull().Append(3);
        var map = new MapArray.Builder(new MapType(StringType.Default, Int32Type.Default)).Append();
        ((StringArray.Builder)map.KeyBuilder).Append("a").Append("b");
        ((Int32Array.Builder)map.ValueBuilder).Append(1).AppendNull();
        var day = new DateOnly(1970, 1, 2);
        var time = new TimeOnly(1, 2, 3, 4, 5).Add(new TimeSpan(6));

        IArrowArray[] arrays =
        [
            new BooleanArray.Builder().Append(true).AppendNull().Append(false).Build(),
            new Int8Array.Builder().Append(sbyte.MinValue).AppendNull().Append(1).Build(),
            new Int16Array.Builder().Append(short.MinValue).AppendNull().Append(1).Build(),
            new Int32Array.Builder().Append(int.MinValue).AppendNull().Append(1).Build(),
            new Int64Array.Builder().Append(long.MinValue).AppendNull().Append(1).Build(),
            new UInt8Array.Builder().Append(byte.MaxValue).AppendNull().Append(1).Build(),
            new UInt16Array.Builder().Append(ushort.MaxValue).AppendNull().Append(1).Build(),
            new UInt32Array.Builder().Append(uint.MaxValue).AppendNull().Append(1).Build(),
            new UInt64Array.Builder().Append(ulong.MaxValue).AppendNull().Append(1).Build(),
            new HalfFloatArray.Builder().Append((Half)0.5).AppendNull().Append(Half.NaN).Build(),
            new FloatArray.Builder().Append(0.5f).AppendNull().Append(float.NegativeInfinity).Build(),
            new DoubleArray.Builder().Append(0.5).AppendNull().Append(-0.0).Build(),
            new StringArray.Builder().Append("µ").AppendNull().Append("").Build(),
            new LargeStringArray.Builder().Append("µ").AppendNull().Append("").Build(),
            new BinaryArray.Builder().Append([1, 2]).AppendNull().Append([]).Build(),
            new LargeBinaryArray.Builder().Append([1, 2]).AppendNull().Append([]).Build(),
            new FixedSizeBinaryArray.Builder(2).Append([1, 2]).AppendNull().Append([3, 4]).Build(),
            new Decimal128Array.Builder(new Decimal128Type(10, 2)).Append(-123.45m).AppendNull().Append(12m).Build(),
            new Decimal256Array.Builder(new Decimal256Type(50, 2)).Append(-123.45m).AppendNull().Append(12m).Build(),
            new Date32Array.Builder().Append(day).AppendNull().Append(day.AddDays(-2)).Build(),
            new Date64Array.Builder().Append(day).AppendNull().Append(day.AddDays(-2).ToDateTime(new TimeOnly(13, 0))).Build(),
            new Time32Array.Builder(TimeUnit.Second).Append(time).AppendNull().Append(0).Build(),
            new Time32Array.Builder(TimeUnit.Millisecond).Append(time).AppendNull().Append(0).Build(),
            new Time64Array.Builder(TimeUnit.Microsecond).Append(time).AppendNull().Append(0).Build(),
            new Time64Array.Builder(TimeUnit.Nanosecond).Append(time).AppendNull().Append(7).Build(),
            new TimestampArray.Builder(TimeUnit.Second, "UTC").Append(Second(1)).AppendNull().Append(Second(-1)).Build(),
            new TimestampArray.Builder(TimeUnit.Nanosecond, timezone: null).Append(Second(1)).AppendNull().Append(-1).Build(),
            new DurationArray.Builder(DurationType.Nanosecond).Append(TimeSpan.FromSeconds(1.5)).AppendNull().Append(3).Build(),
            new YearMonthIntervalArray.Builder().Append(new YearMonthInterval(14)).AppendNull().Append(new YearMonthInterval(-1)).Build(),
            new DayTimeIntervalArray.Builder().Append(new DayTimeInterval(1, 2)).AppendNull().Append(new DayTimeInterval(0, -3)).Build(),
            new MonthDayNanosecondIntervalArray.Builder().Append(new MonthDayNanosecondInterval(1, 2, 3)).AppendNull().Append(new MonthDayNanosecondInterval(0, 0, -4)).Build(),
            list.AppendNull().Append().Build(),
            largeList.AppendNull().Append().Build(),
            pairs.Build(),
            map.AppendNull().Append().Build(),
            new NullArray.Builder().AppendNull().AppendNull().AppendNull().Build(),
        ];
        return Tables.Batch(arrays.Select((array, i) => ($"c{i}", array)).ToArray());
    }

    private static DateTimeOffset Second(int second) => DateTimeOffset.UnixEpoch.AddSeconds(second);

    private static string Json(IArrowArray array) => CanonicalValues.Of(array).ToJsonString();
}
