using System.Globalization;
using System.Text.Json.Nodes;
using LabTest.Data;
using LabTest.Recording.Tables;
using LabTest.Testing;
using LabTest.Testing.Foreign;
using LabTest.Tests.Data;

namespace LabTest.Recording.Tests.Tables;

public sealed class TableCsvTests : IDisposable
{
    private const string ReadScript = """
        import csv, json, sys
        print(json.dumps(list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True))))
        """;

    private const string WriteScript = """
        import csv, json, sys
        writer = csv.writer(open(sys.argv[1], 'w', newline='', encoding='utf-8'), quoting=int(sys.argv[2]), lineterminator=sys.argv[3])
        writer.writerows(json.loads(sys.argv[4]))
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Python_reads_every_field_that_is_written()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var table = RandomTables.Make(seed, 20).WithColumn(Columns.Of("odd", [.. Enumerable.Range(0, 20).Select(i => new[] { "a,b", "\"", "\r\n", " x ", "é", "=1+1" }[i % 6])]));
            table.WriteCsv(_folder["table.csv"]);

            var rows = JsonNode.Parse(await ForeignTool.H5py.Run(ReadScript, _folder["table.csv"]))!.AsArray();

            rows[0]!.AsArray().Select(n => (string)n!).Should().Equal(table.Columns.Select(c => c.Unit.IsOne || c is TimeColumn ? c.Name : $"{c.Name} [{c.Unit}]"));
            for (var row = 0; row < table.RowCount; row++)
                rows[row + 1]!.AsArray().Select(n => (string)n!).Should().Equal(table.Columns.Select(c => Text(c.Value(row))));
            rows.Should().HaveCount(21);
        }
    }

    [Theory]
    [InlineData(0, "\r\n")]     // QUOTE_MINIMAL
    [InlineData(1, "\n")]       // QUOTE_ALL
    public async Task Reads_what_python_writes(int quoting, string newline)
    {
        const string rows = """[["load [A]", "vout [mV]", "ok", "note", "n", ""], ["0.5", "3300", "True", "a \"b\", c\nd", "9007199254740993", "inf"], ["nan", "", "false", "", "-1", "1e-3"]]""";
        await ForeignTool.H5py.Run(WriteScript, _folder["table.csv"], quoting.ToString(CultureInfo.InvariantCulture), newline, rows);

        var table = TableCsv.Read(_folder["table.csv"]);

        table["load"].Quantity(0).Should().Be(500.Milliamperes());
        table["load"].Value(1).Should().Be(double.NaN);
        table["vout"].Quantity(0).Should().Be(3.3.Volts());
        table["vout"].IsNull(1).Should().BeTrue();
        (table["ok"].Value(0), table["ok"].Value(1)).Should().Be((true, false));
        table["note"].Value(0).Should().Be("a \"b\", c\nd");
        table["n"].Value(0).Should().Be(9007199254740993L);
        table["column 6"].ToNumbers().Should().Equal(double.PositiveInfinity, 1e-3);
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_values()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var table = RandomTables.Make(seed, seed % 30);

            var read = TableCsv.Read(new StringReader(table.ToCsv()));

            read.Columns.Select(c => c.Name).Should().Equal(table.Columns.Select(c => c.Name));
            foreach (var column in table.Columns.Where(c => c.NullCount < c.Length))
            {
                read[column.Name].Unit.Should().Be(column is FlagColumn or TextColumn ? Unit.One : column.Unit);
                Enumerable.Range(0, table.RowCount).Select(row => Text(read[column.Name].Value(row))).Should().Equal(Enumerable.Range(0, table.RowCount).Select(row => Text(column.Value(row))));
            }
        }
    }

    [Fact]
    public void Serial_numbers_keep_their_zeros_where_asked_to()
    {
        const string csv = "serial,vout [V]\r\n0012,3.3\r\n";

        TableCsv.Read(new StringReader(csv))["serial"].Value(0).Should().Be(12L);
        TableCsv.Read(new StringReader(csv), "serial")["serial"].Value(0).Should().Be("0012");
    }

    [Fact]
    public void A_table_of_one_column_keeps_its_gaps_and_its_end()
    {
        var table = new Table(Columns.Of("x", (double?[])[1, null, 3]));

        var read = TableCsv.Read(new StringReader(table.ToCsv() + "\r\n"));

        read["x"].ToNumbers().Should().Equal(1, double.NaN, 3);
    }

    [Fact]
    public void A_name_in_brackets_is_no_unit()
    {
        var table = new Table(Columns.Of("x [V]", [1L]), Columns.Of("y [furlong]", [1.5], Unit.Parse("V")));

        var read = TableCsv.Read(new StringReader(table.ToCsv()));

        read.Columns.Select(c => (c.Name, c.Unit.Symbol)).Should().Equal(("x [V]", ""), ("y [furlong]", "V"));
        TableCsv.Read(new StringReader("y [furlong]\n1")).Columns[0].Name.Should().Be("y [furlong]");
    }

    [Fact]
    public async Task What_is_no_table_is_refused_with_file_and_line()
    {
        await File.WriteAllTextAsync(_folder["ragged.csv"], "a,b\n1,2\n3\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["twice.csv"], "a,a\n1,2\n", TestContext.Current.CancellationToken);

        FluentActions.Invoking(() => TableCsv.Read(_folder["ragged.csv"])).Should().Throw<RecordingException>().WithMessage("*ragged.csv*line 3*1 field*2*");
        FluentActions.Invoking(() => TableCsv.Read(_folder["twice.csv"])).Should().Throw<RecordingException>().WithMessage("*twice.csv*'a'*rename*");
        FluentActions.Invoking(() => TableCsv.Read(_folder["none.csv"])).Should().Throw<RecordingException>().WithMessage("*none.csv*");
        TableCsv.Read(new StringReader("")).Columns.Should().BeEmpty();
        TableCsv.Read(new StringReader(new Table().ToCsv())).Columns.Should().BeEmpty();
    }

    [Fact]
    public async Task A_row_or_column_that_is_not_there_is_told_with_the_file()
    {
        await File.WriteAllTextAsync(_folder["limits.csv"], "variant,lower [V]\nA,1\nB,2\n", TestContext.Current.CancellationToken);
        var table = TableCsv.Read(_folder["limits.csv"]);

        FluentActions.Invoking(() => table.Where(r => r.Text("variant") == "C")[0]).Should().Throw<ArgumentOutOfRangeException>().WithMessage("The table of '*limits.csv' has no row 0: it has no rows, or a condition left none.*");
        FluentActions.Invoking(() => table.Where(r => r.Text("variant") == "B")[1]).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*limits.csv' has no row 1: it has only row 0.*");
        FluentActions.Invoking(() => table[-1]).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*limits.csv' has no row -1: it has the rows 0 to 1.*");
        FluentActions.Invoking(() => table["uper"]).Should().Throw<KeyNotFoundException>().WithMessage("The table of '*limits.csv' has no column 'uper'*");
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
