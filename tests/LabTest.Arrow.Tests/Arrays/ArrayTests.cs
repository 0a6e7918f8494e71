using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Arrays;

public sealed class ArrayTests
{
    [Fact]
    public void Slices_share_memory_and_count_their_own_nulls()
    {
        var array = new Int32Array.Builder().AppendRange([1, null, 3, null, 5]).Build();
        var slice = (Int32Array)array.Slice(1, 3);
        slice.Should().Equal(null, 3, null);
        (slice.Length, slice.Offset, slice.NullCount).Should().Be((3, 1, 2));
        slice.ValueBuffer.Should().Be(array.ValueBuffer);
        ((Int32Array)slice.Slice(1, 100)).Should().Equal(3, null);
        array.Invoking(a => a.Slice(6, 1)).Should().Throw<ArgumentOutOfRangeException>();
        array.Invoking(a => a.Slice(0, -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Slices_reach_into_nested_arrays()
    {
        var list = new ListArray.Builder(StringType.Default);
        var texts = (StringArray.Builder)list.ValueBuilder;
        list.Append();
        texts.Append("a").Append("b");
        list.Append();
        texts.Append("c");
        var lists = list.AppendNull().Build();
        var rows = new StructArray(
            new StructType([new Field("l", lists.Data.DataType, true), new Field("n", Int32Type.Default, true)]),
            3,
            [lists, new Int32Array.Builder().AppendRange([1, 2, 3]).Build()],
            ArrowBuffer.Empty);
        CanonicalValues.Of(rows.Slice(1, 2)).ToJsonString().Should().Be("""[[["c"],"2"],[null,"3"]]""");
    }

    [Fact]
    public void Uses_values_of_the_caller_without_a_copy_and_gives_them_back()
    {
        double[] values = [1, 2, 3];
        var array = new DoubleArray(ArrowBuffer.Wrap<double>(values.AsMemory()), ArrowBuffer.Empty, 3, 0, 0);
        array.Values.ToArray().Should().Equal(1, 2, 3);
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(array.ValueMemory, out var segment).Should().BeTrue();
        segment.Array.Should().BeSameAs(values);
        ((DoubleArray)array.Slice(1, 2)).ValueMemory.ToArray().Should().Equal(2, 3);
        using var pin = array.ValueMemory.Pin();
    }

    [Fact]
    public void Refuses_buffers_that_are_too_short()
    {
        var buffer = ArrowBuffer.Wrap<double>(new double[3]);
        FluentActions.Invoking(() => new DoubleArray(buffer, ArrowBuffer.Empty, 4, 0, 0)).Should().Throw<ArgumentException>().WithMessage("*24 bytes*4 values*");
        FluentActions.Invoking(() => new DoubleArray(buffer, ArrowBuffer.Empty, 3, 0, 1)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Refuses_parts_of_another_type()
    {
        var data = new Int32Array.Builder().Append(1).Build().Data;
        FluentActions.Invoking(() => new Int64Array(data)).Should().Throw<ArgumentException>().WithMessage("*int32*Int64*");
        FluentActions.Invoking(() => new DictionaryArray(data)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new YearMonthIntervalArray(data)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Converts_times_both_ways()
    {
        var at = new DateTimeOffset(1969, 12, 31, 23, 59, 59, 999, TimeSpan.FromHours(2)).AddTicks(9);
        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            var array = new TimestampArray.Builder(unit, "UTC").Append(at).AppendNull().Build();
            var resolution = unit == TimeUnit.Nanosecond ? 1 : TimeSpan.TicksPerSecond / (long)Math.Pow(1000, (int)unit);
            array.GetTimestamp(0).Should().BeOnOrBefore(at).And.BeAfter(at.AddTicks(-resolution));
            array.GetTimestamp(1).Should().BeNull();
        }

        var dates = new Date32Array.Builder().Append(new DateOnly(1582, 10, 15)).Append((DateOnly?)null).Build();
        dates.GetDateOnly(0).Should().Be(new DateOnly(1582, 10, 15));
        dates.GetDateTime(0).Should().Be(new DateTime(1582, 10, 15));
        dates.GetDateOnly(1).Should().BeNull();
        new Date64Array.Builder().Append(new DateOnly(2000, 2, 29)).Build().GetDateOnly(0).Should().Be(new DateOnly(2000, 2, 29));
        new Time64Array.Builder(TimeUnit.Microsecond).Append(new TimeOnly(12, 34, 56)).Build().GetTime(0).Should().Be(new TimeOnly(12, 34, 56));
        new Time32Array.Builder().Append(new TimeOnly(12, 34, 56)).Build().GetTime(0).Should().Be(new TimeOnly(12, 34, 56));
        new DurationArray.Builder(DurationType.Microsecond).Append(TimeSpan.FromMilliseconds(-1.5)).Build().GetTimeSpan(0).Should().Be(TimeSpan.FromMilliseconds(-1.5));
    }

    [Fact]
    public void Says_which_times_dotnet_cannot_hold()
    {
        new TimestampArray.Builder(TimeUnit.Second, "UTC").Append(long.MaxValue / 10_000_000).Build().Invoking(a => a.GetTimestamp(0)).Should().Throw<OverflowException>();
        new TimestampArray.Builder(TimeUnit.Second, "UTC").Append(long.MaxValue).Build().Invoking(a => a.GetTimestamp(0)).Should().Throw<OverflowException>();
        new Date32Array.Builder().Append(int.MaxValue).Build().Invoking(a => a.GetDateOnly(0)).Should().Throw<OverflowException>();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.01")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("123456789.0123456789")]
    public void Converts_decimals_both_ways(string text)
    {
        var number = decimal.Parse(text);
        var array = new Decimal256Array.Builder(new Decimal256Type(60, 20)).Append(number).Append((decimal?)null).Build();
        array.GetValue(0).Should().Be(number);
        array.GetString(0).Should().StartWith(text);
        array.GetValue(1).Should().BeNull();
    }

    [Fact]
    public void Gives_decimals_that_dotnet_cannot_hold_as_text()
    {
        var bytes = new byte[16];
        System.Array.Fill(bytes, (byte)0xFF, 0, 15);
        var array = new Decimal128Array(new ArrayData(new Decimal128Type(38, 2), 1, 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(bytes)]));
        array.GetString(0).Should().Be("13292279957849158729038070602803445.75");
        array.Invoking(a => a.GetValue(0)).Should().Throw<OverflowException>().WithMessage("*as text*");
    }

    [Fact]
    public void Gives_maps_as_keys_and_values()
    {
        var builder = new MapArray.Builder(new MapType(StringType.Default, Int32Type.Default)).Append();
        ((StringArray.Builder)builder.KeyBuilder).Append("a").Append("b");
        ((Int32Array.Builder)builder.ValueBuilder).Append(1).AppendNull();
        var map = builder.AppendNull().Build();
        ((StringArray)map.Keys).Should().Equal("a", "b");
        ((Int32Array)map.Values).Should().Equal(1, null);
        map.GetValueLength(0).Should().Be(2);
        map.GetSlicedValues(1).Should().BeNull();
    }

    [Fact]
    public void Finds_columns_by_name_or_says_which_there_are()
    {
        var batch = new RecordBatch.Builder()
            .Append("a", nullable: false, column => column.Int32(values => values.Append(1)))
            .Append("b", nullable: true, new DoubleArray.Builder().AppendNull())
            .Build();
        batch.Column("b").NullCount.Should().Be(1);
        batch.Column("B", StringComparer.OrdinalIgnoreCase).Should().BeSameAs(batch.Column(1));
        batch.Invoking(b => b.Column("c")).Should().Throw<ArgumentException>().WithMessage("*'c'*a: int32 not null, b: double*");
    }

    [Fact]
    public void Refuses_a_batch_whose_columns_do_not_fit()
    {
        var schema = new Schema([new Field("a", Int32Type.Default, true)], metadata: null);
        var array = new Int32Array.Builder().Append(1).Build();
        FluentActions.Invoking(() => new RecordBatch(schema, [], 1)).Should().Throw<ArgumentException>().WithMessage("*1 columns*0 arrays*");
        FluentActions.Invoking(() => new RecordBatch(schema, [array], 2)).Should().Throw<ArgumentException>().WithMessage("*'a'*1 values*2 rows*");
        FluentActions.Invoking(() => new RecordBatch(schema, [new NullArray(1)], 1)).Should().Throw<ArgumentException>().WithMessage("*'a'*int32*null*");
    }
}
