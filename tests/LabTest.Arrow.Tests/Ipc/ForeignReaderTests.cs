using System.Text.Json.Nodes;
using LabTest.Arrow.Ipc;
using LabTest.Arrow.Tests.Builders;
using LabTest.Arrow.Tests.Canonical;
using LabTest.Arrow.Tests.Foreign;
using LabTest.Arrow.Types;

namespace LabTest.Arrow.Tests.Ipc;

/// <summary>What is written here, read by others.</summary>
public sealed class ForeignReaderTests(ApacheArrow javaScript, Polars polars) : IClassFixture<ApacheArrow>, IClassFixture<Polars>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writes_every_type_that_can_be_built(bool isFile)
    {
        var batch = BuilderTests.EveryType();
        var answer = await javaScript.Read(isFile ? Tables.WriteFile(batch) : Tables.WriteStream(batch));
        Tables.Schema(answer).ShouldEqual(Tables.Schema(batch.Schema));
        Tables.Columns(answer).ShouldEqual(Tables.Columns([batch]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writes_every_type_that_polars_knows(bool isFile)
    {
        // polars has no 256-bit decimals, no calendar intervals, and reads null maps as empty ones.
        var known = BuilderTests.EveryType().Arrays.Where(a => a is not (Decimal256Array or YearMonthIntervalArray or DayTimeIntervalArray
            or MonthDayNanosecondIntervalArray or MapArray));
        var batch = Tables.Batch(known.Select((array, i) => ($"c{i}", array)).ToArray());
        Tables.Columns(await polars.Read(isFile ? Tables.WriteFile(batch) : Tables.WriteStream(batch))).ShouldEqual(Tables.Columns([batch]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writes_metadata_of_the_schema_and_of_fields(bool isFile)
    {
        var schema = new Schema.Builder()
            .Metadata("run", "7f3a9c")
            .Metadata("", "")
            .Field(field => field.Name("rail").DataType(DoubleType.Default).Nullable(false).Metadata("unit", "V").Metadata("µ", "漢"))
            .Field(new Field("list", new ListType(new Field("item", Int32Type.Default, true, new Dictionary<string, string> { ["deep"] = "yes" })), true))
            .Build();
        var batch = new RecordBatch(schema, [new DoubleArray.Builder().Append(1).Build(), new ListArray.Builder(Int32Type.Default).AppendNull().Build()], 1);
        var bytes = isFile ? Tables.WriteFile(batch) : Tables.WriteStream(batch);

        var answer = (await javaScript.Read(bytes))["schema"]!;
        answer["metadata"].ShouldEqual(JsonNode.Parse("""{"run":"7f3a9c","":""}"""));
        answer["fields"]![0]!["metadata"].ShouldEqual(JsonNode.Parse("""{"unit":"V","µ":"漢"}"""));

        var read = Tables.Read(bytes)[0].Schema;
        read.Metadata.Should().Equal(schema.Metadata);
        read.FieldsList[0].Metadata.Should().Equal(schema.FieldsList[0].Metadata);
        ((ListType)read.FieldsList[1].DataType).ValueField.Metadata.Should().ContainKey("deep");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writes_a_schema_without_batches(bool isFile)
    {
        var schema = RecorderStreamTests.Recording()[0].Schema;
        using var stream = new MemoryStream();
        using (var writer = isFile ? new ArrowFileWriter(stream, schema, leaveOpen: true) : new ArrowStreamWriter(stream, schema, leaveOpen: true))
            await writer.WriteEndAsync(TestContext.Current.CancellationToken);
        Tables.Schema(await javaScript.Read(stream.ToArray())).ShouldEqual(Tables.Schema(schema));
        Tables.Read(stream.ToArray()).Should().BeEmpty();
        using var reader = isFile ? new ArrowFileReader(stream.ToArray()) : new ArrowStreamReader(stream.ToArray());
        Tables.Schema(reader.Schema).ShouldEqual(Tables.Schema(schema));
        (await polars.Read(stream.ToArray()))["schema"]!["fields"]!.AsArray().Should().HaveCount(7);
    }

    [Fact]
    public async Task Writes_names_that_are_empty_equal_or_odd()
    {
        var array = new Int32Array.Builder().Append(1).Build();
        var batch = Tables.Batch(("", array), ("a", array), ("a", array), ("µ \"\0", array));
        var answer = await javaScript.Read(Tables.WriteStream(batch));
        Tables.Schema(answer).ShouldEqual(Tables.Schema(batch.Schema));
        Tables.Columns(answer).ShouldEqual(Tables.Columns([batch]));
        Tables.Schema(Tables.Read(Tables.WriteStream(batch))[0].Schema).ShouldEqual(Tables.Schema(batch.Schema));
    }

    [Fact]
    public async Task Writes_a_thousand_columns()
    {
        var batch = Tables.Batch(Enumerable.Range(0, 1000).Select(i => ($"column {i}", (IArrowArray)new Int32Array.Builder().Append(i).Build())).ToArray());
        Tables.Columns(await javaScript.Read(Tables.WriteStream(batch))).ShouldEqual(Tables.Columns([batch]));
        Tables.Columns(await polars.Read(Tables.WriteFile(batch))).ShouldEqual(Tables.Columns([batch]));
    }

    [Fact]
    public async Task Writes_rows_of_no_columns_and_lists_of_no_elements()
    {
        var nothing = new RecordBatch(new Schema([], metadata: null), [], 3);
        Tables.Read(Tables.WriteStream(nothing)).Single().Length.Should().Be(3);
        (await javaScript.Read(Tables.WriteStream(nothing)))["batches"]![0]!["rows"]!.GetValue<int>().Should().Be(3);

        var empty = Tables.Batch(("l", new FixedSizeListArray.Builder(Int32Type.Default, 0).Append().AppendNull().Build()));
        Tables.Columns(Tables.Read(Tables.WriteStream(empty)))[0]!.ToJsonString().Should().Be("[[],null]");
        Tables.Columns(await javaScript.Read(Tables.WriteStream(empty)))[0]!.ToJsonString().Should().Be("[[],null]");
    }
}
