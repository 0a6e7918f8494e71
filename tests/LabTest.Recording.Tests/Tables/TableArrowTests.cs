using System.Text.Json.Nodes;
using LabTest.Arrow;
using LabTest.Arrow.Ipc;
using LabTest.Arrow.Types;
using LabTest.Data;
using LabTest.Recording.Tables;
using LabTest.Testing;
using LabTest.Testing.Foreign;
using LabTest.Tests.Data;

namespace LabTest.Recording.Tests.Tables;

public sealed class TableArrowTests : IDisposable
{
    private const string ReadScript = """
        import { readFileSync } from 'node:fs';
        import { tableFromIPC, Type } from 'apache-arrow';
        const view = new DataView(new ArrayBuffer(8));
        const bits = x => { if (Number.isNaN(x)) return 'nan'; view.setFloat64(0, x); return view.getBigUint64(0).toString(16).padStart(16, '0'); };
        const table = tableFromIPC(readFileSync(process.argv[1]));
        const show = (type, column, i) => {
          const value = column.get(i);
          if (value === null) return null;
          if (type.typeId === Type.Float) return bits(value);
          if (type.typeId === Type.Int) return String(value);
          if (type.typeId === Type.Timestamp) return String(column.data[0].values[i]);
          return value;
        };
        console.log(JSON.stringify({ name: table.schema.metadata.get('name') ?? '', columns: table.schema.fields.map((f, c) => ({
          name: f.name, unit: f.metadata.get('unit') ?? '',
          values: Array.from({ length: table.numRows }, (_, i) => show(f.type, table.getChildAt(c), i)) })) }));
        """;

    private const string WriteScript = """
        import { writeFileSync } from 'node:fs';
        import * as arrow from 'apache-arrow';
        const columns = {
          text: [new arrow.Dictionary(new arrow.Utf8(), new arrow.Int16()), ['a', null, 'b', 'a']],
          day: [new arrow.DateDay(), [new Date(86400000), null, new Date(0), new Date(-86400000)]],
          ms: [new arrow.TimestampMillisecond('Europe/Vienna'), [1000, null, -1000, 0]],
          took: [new arrow.DurationMillisecond(), [1500n, null, 0n, 1n]],
          tiny: [new arrow.Float16(), [0.5, null, -2, 0]],
          price: [new arrow.Decimal(2, 10, 128), [Uint32Array.of(12345, 0, 0, 0), null, Uint32Array.of(-1, -1, -1, -1), Uint32Array.of(0, 0, 0, 0)]],
          nothing: [new arrow.Null(), [null, null, null, null]],
        };
        const table = new arrow.Table(Object.fromEntries(Object.entries(columns).map(([name, [type, values]]) => [name, arrow.vectorFromArray(values, type)])));
        const batches = [table.batches[0], ...table.slice(1, 3).batches];
        writeFileSync(process.argv[1], arrow.RecordBatchStreamWriter.writeAll(batches).toUint8Array(true));
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Apache_arrow_reads_names_units_and_values()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var table = RandomTables.Make(seed, 9 * seed);
            table.WriteArrow(_folder["table.arrow"]);

            var read = JsonNode.Parse(await ForeignTool.ApacheArrow.Run(ReadScript, _folder["table.arrow"]))!;

            read["columns"].ShouldBe(CanonicalTable.Of(table));
            ((string)read["name"]!).Should().Be("random");
        }
    }

    [Fact]
    public async Task Reads_what_apache_arrow_writes()
    {
        await ForeignTool.ApacheArrow.Run(WriteScript, _folder["table.arrows"]);

        var table = TableArrow.Read(_folder["table.arrows"]);

        table.RowCount.Should().Be(6);
        Values(table, "text").Should().Equal((object?[])["a", null, "b", "a", null, "b"]);
        Values(table, "day").Take(4).Should().Equal(new object?[] { new Instant(86_400_000_000_000), null, new Instant(0), new Instant(-86_400_000_000_000) });
        Values(table, "ms").Take(3).Should().Equal(new object?[] { new Instant(1_000_000_000), null, new Instant(-1_000_000_000) });
        table["took"].Quantity(0).Should().Be(1.5.Seconds());
        table["took"].IsNull(1).Should().BeTrue();
        Values(table, "tiny").Take(3).Should().Equal(new object?[] { (Half)0.5, null, (Half)(-2) });
        table["price"].ToNumbers().Take(4).Should().Equal([123.45, double.NaN, -0.01, 0]);
        table["nothing"].NullCount.Should().Be(6);
    }

    [Fact]
    public void A_table_comes_back_as_it_was()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var table = RandomTables.Make(seed, seed % 30);

            table.ToRecordBatch().ToTable().ShouldBe(table);
            table.WriteArrow(_folder["table.arrow"]);
            TableArrow.Read(_folder["table.arrow"]).ShouldBe(table);
        }
    }

    [Fact]
    public void Parts_of_a_batch_are_the_rows_they_hold()
    {
        var table = RandomTables.Make(5, 50);
        var batch = table.ToRecordBatch();
        for (var first = 0; first < 20; first++)
            batch.Slice(first, 25).ToTable().ShouldBe(table.Take([.. Enumerable.Range(first, 25)]));
        new[] { batch.Slice(0, 13), batch.Slice(13, 0), batch.Slice(13, 37) }.ToTable().ShouldBe(table);
    }

    [Fact]
    public void Numbers_flags_times_and_texts_are_not_copied()
    {
        var table = RandomTables.Make(3, 64);
        var batch = table.ToRecordBatch();
        var again = batch.Slice(8, 40).ToTable();

        var numbers = (NumberColumn<double>)table["f64"];
        ((DoubleArray)batch.Column("f64")).Values.Overlaps(numbers.Values.Span).Should().BeTrue();
        ((NumberColumn<double>)again["f64"]).Values.Span.Overlaps(numbers.Values.Span, out var offset).Should().BeTrue();
        offset.Should().Be(-8);
        again["f64"].Validity.Span.Overlaps(numbers.Validity.Span).Should().BeTrue();
        ((TextColumn)again["text"]).Bytes.Span.Overlaps(((TextColumn)table["text"]).Bytes.Span).Should().BeTrue();
        ((TextColumn)again["text"]).Offsets.Span.Overlaps(((TextColumn)table["text"]).Offsets.Span).Should().BeTrue();
        ((FlagColumn)again["flag"]).Bits.Span.Overlaps(((FlagColumn)table["flag"]).Bits.Span).Should().BeTrue();
        ((TimeColumn)again["time"]).Values.Span.Overlaps(((TimeColumn)table["time"]).Values.Span).Should().BeTrue();
    }

    [Fact]
    public void A_large_table_is_written_in_batches_by_its_bytes()
    {
        var values = Enumerable.Range(0, 100_000).Select(i => (double)i).ToArray();
        var table = new Table([.. Enumerable.Range(0, 100).Select(i => Columns.Of($"c{i}", values))]);

        table.WriteArrow(_folder["large.arrow"]);

        using (var reader = new ArrowFileReader(File.OpenRead(_folder["large.arrow"])))
            reader.RecordBatchCount().Should().Be(2);
        TableArrow.Read(_folder["large.arrow"])["c99"].ToNumbers().Should().Equal(values);
    }

    [Fact]
    public void A_stream_that_was_cut_off_gives_its_whole_batches()
    {
        var table = RandomTables.Make(3, 20);
        var batch = table.ToRecordBatch();
        using (var writer = new ArrowStreamWriter(File.Create(_folder["measurements.arrows"]), batch.Schema))
        {
            writer.WriteRecordBatch(batch);
            writer.WriteRecordBatch(batch);
        }

        using (var torn = new FileStream(_folder["measurements.arrows"], FileMode.Open))
            torn.SetLength(torn.Length - 10);

        TableArrow.Read(_folder["measurements.arrows"]).ShouldBe(table);
    }

    [Fact]
    public void A_stream_without_batches_is_a_table_without_rows()
    {
        var schema = RandomTables.Make(1, 3).ToRecordBatch().Schema;
        using (var writer = new ArrowStreamWriter(File.Create(_folder["empty.arrows"]), schema))
            writer.WriteEnd();

        var table = TableArrow.Read(_folder["empty.arrows"]);

        table.ShouldBe(RandomTables.Make(1, 0));
    }

    [Fact]
    public void A_unit_that_is_none_stays_part_of_the_name()
    {
        var field = new Field("speed", DoubleType.Default, nullable: false, new Dictionary<string, string> { ["unit"] = "furlong/d" });
        var batch = new RecordBatch(new Schema([field], metadata: null), [new DoubleArray.Builder().Append(1).Build()], 1);

        batch.ToTable().Columns.Single().Name.Should().Be("speed [furlong/d]");
    }

    [Fact]
    public void What_tables_do_not_have_is_refused_by_name()
    {
        var lists = new ListArray.Builder(Int32Type.Default).AppendNull().Build();
        var late = new TimestampArray.Builder(new TimestampType(TimeUnit.Second, "UTC")).Append(long.MaxValue / 10).Build();

        FluentActions.Invoking(() => Batch("trace", lists).ToTable()).Should().Throw<RecordingException>().WithMessage("*'trace' of list*Leave the column out*");
        FluentActions.Invoking(() => Batch("late", late).ToTable()).Should().Throw<RecordingException>().WithMessage("*'late' of timestamp*");
        FluentActions.Invoking(() => System.Array.Empty<RecordBatch>().ToTable()).Should().Throw<ArgumentException>().WithMessage("*batch*");
        FluentActions.Invoking(() => TableArrow.Read(_folder["none.arrow"])).Should().Throw<RecordingException>().WithMessage("*none.arrow*");
        File.WriteAllText(_folder["text.arrow"], "this is no Arrow at all");
        FluentActions.Invoking(() => TableArrow.Read(_folder["text.arrow"])).Should().Throw<RecordingException>().WithMessage("*text.arrow*");
    }

    private static RecordBatch Batch(string name, IArrowArray array) =>
        new(new Schema([new Field(name, array.Data.DataType, nullable: true)], metadata: null), [array], array.Length);

    private static object?[] Values(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(table[column].Value)];
}
