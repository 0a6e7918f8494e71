using System.Text;
using LabTest.Data;
using LabTest.Recording.Tables;
using LabTest.Testing;

namespace LabTest.Recording.Tests.Tables;

/// <summary>CSV as instruments, spreadsheets and scripts write it: read as it is meant, or refused with what decides.</summary>
[Trait("Soak", "input")]
public sealed class ForeignCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bom", "load [A]: 0, 0.5; vout [V]: 3.32, 3.3")]
    [InlineData("semicolon", "load [A]: 0, 0.5; vout [V]: 3.32, 3.3")]
    [InlineData("excel-de", "load [A]: 0, 0.5; vout [V]: 3.32, 3.3")]
    [InlineData("semicolon-whole-numbers", "load [A]: 0, 1; vout [V]: 3, 4")]
    [InlineData("scope-header", "TIME []: -5E-08, -4.8E-08; CH1 []: 0.01, 0.02")]
    [InlineData("comment-header", "Time [s]: -0.000130832912, -0.00013; Channel 1 [V]: -0.01202555057749403, 0.5")]
    [InlineData("units-row", "X []: 0, 1; CH1 [V]: 0.012, 0.016; Start []: -6E-06, ; Increment []: 2E-08, ")]
    [InlineData("latin1", "v [µV]: 1; t [°C]: 2")]
    [InlineData("paren", "v [mV]: 12.5; i [A]: 1")]
    public void Files_of_others_are_read_as_they_are_meant(string file, string table) => Shown(TableCsv.Read(Case(file))).Should().Be(table);

    [Theory]
    [InlineData("dup", "*dup.csv*line 1: two columns are called 'V'. Please rename one*")]
    [InlineData("ragged", "*ragged.csv*line 3 has 1 field, the heading in line 1 has 2 fields.*")]
    public void Files_that_are_not_a_table_are_refused_with_the_line_that_is_wrong(string file, string message) =>
        FluentActions.Invoking(() => TableCsv.Read(Case(file))).Should().Throw<RecordingException>().WithMessage(message);

    [Theory]
    [InlineData("load [A];vout [V]\n0,0;3,32\n0,5;3,30\n", "load [A]: 0, 0.5; vout [V]: 3.32, 3.3")]                          // Excel, German, without sep=
    [InlineData("Messung vom 1.2.2026\r\n\r\nZeit (s);U (mV)\r\n0,1;3,32\r\n0,2;3,30\r\n", "Zeit [s]: 0.1, 0.2; U [mV]: 3.32, 3.3")]
    [InlineData("\"sep=\t\"\na\tb\n1\t2\n", "a []: 1; b []: 2")]
    [InlineData("time\tV(out)\tI(R1)\n0.000000000000000e+00\t1.234567e+00\t-1.0e-03\n1.0e-06\t1.2e+00\t-1.1e-03\n", "time []: 0, 1E-06; V(out) []: 1.234567, 1.2; I(R1) []: -0.001, -0.0011")] // LTspice
    [InlineData("Model,TDS2024C\nFirmware Version,v1\n\nWaveform Type,ANALOG\nHorizontal Units,s\nRecord Length,2500\nVertical Units,V\nLabel,\nTIME,CH1\n-1e-3,0.1\n0,0.2\n", "TIME []: -0.001, 0; CH1 []: 0.1, 0.2")] // Tektronix
    [InlineData("x-axis,1\nsecond,Volt\n-5.0E-04,+1.0E-02\n-4.0E-04,+2.0E-02\n", "x-axis [s]: -0.0005, -0.0004; 1 [V]: 0.01, 0.02")]   // Keysight InfiniiVision
    [InlineData("X,CH1,Start,Increment,\nSequence,Volt,-6.0e-06,2.0e-08\n0,1.2e-02,,\n1,1.6e-02,,\n", "X []: 0, 1; CH1 [V]: 0.012, 0.016; Start []: -6E-06, ; Increment []: 2E-08, ")] // Rigol
    [InlineData("Time(s),CH1(V),CH2(mV)\n0,1,2\n1,2,3\n", "Time [s]: 0, 1; CH1 [V]: 1, 2; CH2 [mV]: 2, 3")]
    [InlineData("# time,volt\n0.0,1.5\n0.1,1.6\n", "time []: 0, 0.1; volt []: 1.5, 1.6")]                                           // numpy.savetxt
    [InlineData("a,b,\n1,2,\n3,4,\n", "a []: 1, 3; b []: 2, 4")]                                                                   // trailing delimiters
    [InlineData("a,b\n1,2,\n3,4,\n", "a []: 1, 3; b []: 2, 4")]
    [InlineData("a,,b\n1,,2\n3,,4\n", "a []: 1, 3; column 2 []: , ; b []: 2, 4")]
    [InlineData("a, b (V)\n1, 2\n3, 4.5\n", "a []: 1, 3; b [V]: 2, 4.5")]
    [InlineData("t,v\r0,1\r1,2\r", "t []: 0, 1; v []: 1, 2")]                                                                      // CR
    [InlineData("t,note\r\n1,\"two\nlines; and more\"\r\n2,\"\"\r\n", "t []: 1, 2; note []: two\nlines; and more, ")]
    [InlineData("Scan,Time,101 (VDC)\n1,11/27/2026 12:00:00:123,1.5\n2,11/27/2026 12:00:01:123,1.6\n", "Scan []: 1, 2; Time []: 11/27/2026 12:00:00:123, 11/27/2026 12:00:01:123; 101 (VDC) []: 1.5, 1.6")] // BenchVue
    [InlineData("reg,value\n0x10,0x1F\n0x11,0xFF\n", "reg []: 0x10, 0x11; value []: 0x1F, 0xFF")]
    [InlineData("v,i\n\"3,32\",\"0,5\"\n\"3,30\",\"1,0\"\n", "v []: 3.32, 3.3; i []: 0.5, 1")]
    [InlineData("v (mV);n\n1,234;0,5\n2,345;1,5\n", "v [mV]: 1.234, 2.345; n []: 0.5, 1.5")]                                         // 0,5 says what 1,234 is
    [InlineData("v,n\n1.234,2\n2.345,3\n", "v []: 1.234, 2.345; n []: 2, 3")]
    [InlineData("a|b\n1|2.5\n3|4\n", "a []: 1, 3; b []: 2.5, 4")]
    [InlineData("a;b\n1;x, y\n2;z, w\n", "a []: 1, 2; b []: x, y, z, w")]
    [InlineData("time;temp (degC);state\n0;20.5;on\n1;21.25;off\n", "time []: 0, 1; temp [°C]: 20.5, 21.25; state []: on, off")]
    [InlineData("name,v\ninf,Inf\nnan,-inf\n", "name []: ∞, NaN; v []: ∞, -∞")]
    [InlineData("Voltage (min),Temp (C)\n1,2\n3,4\n", "Voltage (min) []: 1, 3; Temp (C) []: 2, 4")]
    [InlineData("name,serial\nA,x1\nB,x2\n", "name []: A, B; serial []: x1, x2")]
    public void Dialects_are_recognised(string csv, string table) => Shown(TableCsv.Read(new StringReader(csv))).Should().Be(table);

    [Theory]
    [InlineData("v;n\n1,234;1\n2,345;2\n", "line 2: '1,234' in column 'v' may be 1.234 or 1234. Give CsvOptions.DecimalSign*")]
    [InlineData("v;n\n1.234;1\n2.345;2\n", "line 2: '1.234' in column 'v' may be 1.234 or 1234. Give CsvOptions.DecimalSign*")]
    [InlineData("v,n\n\"1,234\",1\n\"2,345\",2\n", "line 2: '1,234' in column 'v' may be 1.234 or 1234.*")]
    [InlineData("v,n\n\"1,234\",0.5\n\"2,345\",2\n", "line 2: '1,234' in column 'v' is written with ',' between thousands. Give CsvOptions.Thousands*")]
    [InlineData("v,n\n\"1,234.5\",0.5\n", "line 2: '1,234.5' in column 'v' is written with ',' between thousands.*")]
    [InlineData("v;n\n1 234,5;0,5\n", "line 2: '1 234,5' in column 'v' is written with ' ' between thousands.*")]
    [InlineData("v;n\n1'234.5;1\n", "line 2: '1'234.5' in column 'v' is written with ''' between thousands.*")]
    [InlineData("v;n\n0,5;1\n0.5;2\n", "line 3: '0.5' in column 'v' has a decimal point, line 2: '0,5' in column 'v' a decimal comma.*")]
    [InlineData("0,1\n1,2\n2,3\n", "line 1 holds numbers where the heading should be.*SkipLines*Headings*")]
    [InlineData("Record Length,2500,,-0.01,0.02\nSample Interval,1e-6,,-0.02,0.03\n,,,-0.03,0.04\n", "line 1 holds numbers where the heading should be.*")]      // Tektronix TDS
    [InlineData("time volt\n0 1\n1 2\n", "line 2 '0 1' holds 2 numbers, but what separates them cannot be told. Give CsvOptions.Delimiter.")]
    [InlineData("v [V],n\n1.5,1\nOVLD,2\n", "line 3: 'OVLD' in column 'v' [V] is not a number.*CsvOptions.Missing*")]
    [InlineData("v (V);n\n---;1\n1,5;2\n", "line 2: '---' in column 'v' [V] is not a number.*")]
    [InlineData("t,v\n0,1\n1\n2,3\n3,4\n4,5\n", "line 3 has 1 field, the heading in line 1 has 2 fields.*")]
    [InlineData("t,v\n0,1,2\n1,2\n2,3\n3,4\n", "line 2 has 3 fields, the heading in line 1 has 2 fields.*")]
    [InlineData("t,v\n0,1\n1,2\nend of data\n", "line 4 has 1 field, the heading in line 1 has 2 fields.*")]
    [InlineData("x,y\nalpha,beta\n1,2\n3,4\n", "lines 1 and 2 both look like headings.*SkipLines*")]
    [InlineData("t,v\n0,\"open\n1,2\n2,3\n", "line 2: a quotation mark stands inside a field or is not closed.*")]
    [InlineData("v [�V],n\n1,2\n", "line 1: the unit of 'v [�V]' cannot be read; the file is in another encoding.*")]
    [InlineData("a;b,c\nx;y,z\n", "* may separate its fields. Give CsvOptions.Delimiter.")]
    public void What_could_be_two_things_is_refused_with_the_option_that_decides(string csv, string message) =>
        FluentActions.Invoking(() => TableCsv.Read(new StringReader(csv))).Should().Throw<RecordingException>().WithMessage(message);

    [Fact]
    public void Options_say_what_the_file_does_not()
    {
        Read("v;n\n1,234;1\n", new() { DecimalSign = ',' }).Should().Be("v []: 1.234; n []: 1");
        Read("v,n\n\"1,234\",1\n\"2,345,678\",2\n", new() { DecimalSign = '.', Thousands = ',' }).Should().Be("v []: 1234, 2345678; n []: 1, 2");
        Read("v;n\n1.234,5;1\n", new() { Thousands = '.' }).Should().Be("v []: 1234.5; n []: 1");
        Read("0,1\n1,2\n", new() { Headings = ["t [s]", "v [mV]"] }).Should().Be("t [s]: 0, 1; v [mV]: 1, 2");
        Read("what it is\n\n0,1\n1,2\n", new() { SkipLines = 2, Headings = ["t", "v"] }).Should().Be("t []: 0, 1; v []: 1, 2");
        Read("1,2\n3,4\n", new() { SkipLines = 0 }).Should().Be("1 []: 3; 2 []: 4");
        Read("x,y\nalpha,beta\n1,2\n3,4\n", new() { SkipLines = 1 }).Should().Be("alpha []: 1, 3; beta []: 2, 4");
        Read("x,y\nalpha,beta\n1,2\n3,4\n", new() { SkipLines = 0, UnitsRow = true }).Should().Be("x []: 1, 3; y []: 2, 4");
        Read("note,n\nV,\n1,2\n", new() { UnitsRow = false }).Should().Be("note []: V, 1; n []: , 2");
        Read("t v\n0 1\n1 2\n", new() { Delimiter = ' ' }).Should().Be("t []: 0, 1; v []: 1, 2");
        Read("v [V],n\n1.5,1\novld,2\n", new() { Missing = ["OVLD"] }).Should().Be("v [V]: 1.5, ; n []: 1, 2");
        Read("part;n\n1,234;1\n", new() { Texts = ["part"] }).Should().Be("part []: 1,234; n []: 1");
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("latin1", false)]
    public async Task Encodings_are_recognised(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        await Write("it.csv", [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes("v [µV];Größe (°C)\n1,5;2,5\n")]);

        Shown(TableCsv.Read(_folder["it.csv"])).Should().Be("v [µV]: 1.5; Größe [°C]: 2.5");
    }

    [Theory]
    [InlineData(932)]       // Shift-JIS
    [InlineData(936)]       // GBK
    [InlineData(850)]       // DOS
    [InlineData(1251)]      // Cyrillic
    [InlineData(1200)]      // UTF-16 without a mark
    public async Task An_encoding_that_cannot_be_told_is_refused_and_can_be_given(int codePage)
    {
        var encoding = codePage == 1200 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false) : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var heading = codePage switch { 932 => "電圧", 936 => "通道一", 850 => "Länge", 1251 => "ток, ", _ => "v" };
        await Write("it.csv", encoding.GetBytes($"\"{heading}\",n\n1.5,2\n"));

        FluentActions.Invoking(() => TableCsv.Read(_folder["it.csv"])).Should().Throw<RecordingException>().WithMessage("*it.csv*CsvOptions.Encoding*");
        TableCsv.Read(_folder["it.csv"], new CsvOptions { Encoding = encoding }).Columns[0].Name.Should().Be(heading);
    }

    [Fact]
    public async Task A_unit_that_a_guessed_encoding_makes_unreadable_is_not_lost()
    {
        await Write("dos.csv", [.. "v ["u8, 0xE6, .. "V],n\n1,2\n"u8]);       // µ in code page 850

        FluentActions.Invoking(() => TableCsv.Read(_folder["dos.csv"])).Should().Throw<RecordingException>().WithMessage("*line 1: the unit of 'v [æV]' cannot be read*");
    }

    [Fact]
    public void Texts_that_look_like_anything_else_are_read_as_they_were_written()
    {
        string[] words = ["V", "x", "1", "2.5", "0;3", "a\tb", "#c", "TIME", "CH1", "Volt", "sep=;", "a|b", "-", "(V)", "1e3", "s", "m\u00B5", "name [V]", "5"];
        var count = Effort.Count(run: 2000, soak: 20_000);
        for (var round = 0; round < count; round++)
        {
            var random = Effort.Random(round);
            var rows = random.Next(1, 6);
            var columns = Enumerable.Range(0, random.Next(1, 4)).Select(i => (Column)Columns.Of(words[random.Next(words.Length)] + (random.Next(2) == 0 ? "" : $" {i}"), Some(rows, random)))
                .DistinctBy(c => c.Name).ToArray();
            var csv = new Table(columns).ToCsv();
            var options = new CsvOptions { Texts = [.. columns.Select(c => c.Name)] };

            var read = Reading(csv, options);

            Shown(read).Should().Be(Shown(new Table(columns)), $"{csv} (round {round} of {Effort.Again})");
        }

        Effort.Report(count, "tables of texts");

        string[] Some(int rows, Random random) => [.. Enumerable.Range(0, rows).Select(_ => words[random.Next(words.Length)])];
    }

    [Fact]
    public void Numbers_in_any_dialect_are_read_as_they_were_or_refused()
    {
        string[] formats = ["0.###", "0.000", "0.0", "E6", "0", "#,##0.00", "#,##0"];
        string[][] preambles = [[], ["Model,X1", "Serial,17"], ["# made by", "# on 1.2.2026"], ["Report", ""], ["Model;X1", "Serial;17", ""], ["sep=@"]];
        var count = Effort.Count(run: 3000, soak: 50_000);
        var refused = 0;
        for (var round = 0; round < count; round++)
        {
            var random = Effort.Random(round);
            var (sign, group) = new[] { (".", ","), (",", "."), (",", "\u202F"), (".", "'") }[random.Next(4)];     // as in US, Germany, France, Switzerland
            var culture = new System.Globalization.NumberFormatInfo { NumberDecimalSeparator = sign, NumberGroupSeparator = group };
            var delimiter = new[] { ",", ";", "\t", "|" }[random.Next(4)];
            var format = formats[random.Next(formats.Length)];

            var scale = Math.Pow(10, random.Next(-2, 6));
            var (rows, columns) = (random.Next(2, 8), random.Next(1, 4));

            // By rule, a point is the decimal sign where a comma, or nothing, separates fields: such files do not group by points.
            if ((delimiter == "," || columns == 1) && group == "." && format.StartsWith('#'))
                continue;
            var texts = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (random.NextDouble() * scale).ToString(format, culture)).ToArray()).ToArray();
            var lines = preambles[random.Next(preambles.Length)].Select(l => l.Replace("@", delimiter, StringComparison.Ordinal))
                .Append(string.Join(delimiter, Enumerable.Range(0, columns).Select(c => $"col{c} (V)")))
                .Concat(random.Next(3) == 0 ? [""] : [])
                .Concat(texts.Select(r => string.Join(delimiter, r.Select(f => f.Contains(delimiter, StringComparison.Ordinal) || random.Next(5) == 0 ? $"\"{f}\"" : f))));
            var csv = string.Join(new[] { "\n", "\r\n", "\r" }[random.Next(3)], lines) + (random.Next(2) == 0 ? "\n" : "");
            try
            {
                var table = TableCsv.Read(new StringReader(csv));

                table.Columns.Select(c => (c.Name, c.Unit.Symbol)).Should().Equal(Enumerable.Range(0, columns).Select(c => ($"col{c}", "V")), $"{csv} (round {round} of {Effort.Again})");
                for (var c = 0; c < columns; c++)
                    table.Columns[c].ToNumbers().Should().Equal(texts.Select(r => double.Parse(r[c], System.Globalization.NumberStyles.Float | System.Globalization.NumberStyles.AllowThousands, culture)), $"{csv} (round {round} of {Effort.Again})");
            }
            catch (RecordingException)
            {
                refused++;
            }
        }

        Effort.Report(count, $"files in many dialects, {refused} of them refused");
        refused.Should().BeLessThan(count / 2);
    }

    [Fact]
    public async Task Whatever_is_done_to_a_file_it_is_read_or_refused_by_name_and_no_number_is_made_up()
    {
        string[] sound =
        [
            "load [A],vout [V],note\n0,3.32,a\n0.5,3.3,\"b, c\"\n1,3.29,\n",
            "sep=;\r\nload [A];vout [V]\r\n0,0;3,32\r\n0,5;3,30\r\n",
            "Model,X1\nSerial,17\n\nTIME,CH1,CH2\n-1e-3,0.1,5\n0,0.2,6\n1e-3,0.3,7\n",
            "# time,volt\n0.0,1.5\n0.1,1.6\n",
            "name;v [mV];when\n\"x \"\"y\"\"\";1;2026-01-02T03:04:05Z\nz;2;2026-01-02T03:04:06Z\n",
        ];
        string[] pieces = [",", ";", "\"", "\"\"", "\n", "\r", "\0", "\uFEFF", "\u00B5", "\uD83D\uDE42", "nan", "1e999", "-", "1,5", "1.234.567", "sep=,\n", "# ", "\t", "[V]", "true", new string('9', 400), new string('"', 50), new string(',', 300)];
        var count = Effort.Count(run: 3000, soak: 100_000);
        var refused = 0;
        for (var round = 0; round < count; round++)
        {
            var random = Effort.Random(round);
            var bytes = Mutated(sound, pieces, random);
            await Write("it.csv", bytes);
            try
            {
                var table = TableCsv.Read(_folder["it.csv"]);

                var text = Decoded(bytes);
                foreach (var column in table.Columns)
                {
                    column.Length.Should().Be(table.RowCount);
                    for (var row = 0; row < column.Length; row++)
                    {
                        if (column is not (TextColumn or TimeColumn) && column.Value(row) is { } value and not bool)
                            Tokens(text).Any(t => IsThat(t, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture))).Should().BeTrue($"{value} must stand in the file (round {round} of {Effort.Again}): {text}");
                        if (column.Value(row) is string word)
                            text.Replace("\"\"", "\"", StringComparison.Ordinal).Should().Contain(word, $"round {round} of {Effort.Again}");
                    }
                }
            }
            catch (RecordingException e)
            {
                e.Message.Should().Contain("it.csv").And.NotBeNullOrWhiteSpace();
                e.Message.Length.Should().BeLessThan(2000, $"round {round} of {Effort.Again}");
                refused++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"round {round} of {Effort.Again}: {Convert.ToHexString(bytes)}", e);
            }
        }

        Effort.Report(count, $"damaged tables, {refused} of them refused");
        refused.Should().BeInRange(count / 20, count * 19 / 20);

        static IEnumerable<string> Tokens(string text) => text.Split([';', '\t', '|', '"', '\n', '\r']).SelectMany(static t => (string[])[t, .. t.Split(',')]);

        static bool IsThat(string token, double value) => ((string[])[token, token.Replace(',', '.')]).Any(t => CsvNumber.TryParse(t.Trim(' ', '\uFEFF'), out var number) && number.Equals(value));
    }

    [Fact]
    public async Task A_file_of_any_shape_is_read_or_refused_and_takes_memory_in_proportion()
    {
        var wide = string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"c{i}")) + "\n" + string.Join(',', Enumerable.Repeat("1", 200_000)) + "\n";
        (string Text, string? Refused)[] shapes =
        [
            (wide, null),
            ("a\n" + new string('1', 3_000_000) + "\n", null),
            ("a,b\n1,\"" + new string('x', 3_000_000), "quotation mark"),
            ("a,b\n1,\"x\n" + string.Concat(Enumerable.Repeat("1,2\n", 300_000)), "quotation mark"),
            ("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 300_000)), null),
            (new string(',', 300_000) + "\n" + new string(',', 300_000), ""),
            (new string('"', 1_000_000), ""),
            (new string('\n', 1_000_000), null),
            (string.Join('\n', Enumerable.Range(0, 20_000).Select(i => new string(',', i % 7))), ""),
            ("a,a\n1,2\n", "two columns are called 'a'"),
            ("a\0b,c\n1,2\n3,\0\n", ""),
        ];
        foreach (var (text, wrong) in shapes)
        {
            await Write("it.csv", Encoding.UTF8.GetBytes(text));
            var before = GC.GetAllocatedBytesForCurrentThread();

            var read = () => TableCsv.Read(_folder["it.csv"]);

            var begin = text[..Math.Min(20, text.Length)];
            if (wrong is null)
                read.Should().NotThrow(begin);
            else
                Refusal(read).Contains(wrong, StringComparison.Ordinal).Should().BeTrue(begin);
            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1000L * text.Length + (8 << 20), begin);
        }

        // Some may be read as what they are, such as a table of empty texts; nothing else than a table or a refusal comes of it.
        static string Refusal(Func<Table> read)
        {
            try
            {
                read();
                return "";
            }
            catch (RecordingException e)
            {
                return e.Message;
            }
        }
    }

    [Fact]
    public void A_folder_a_pipe_and_a_device_are_no_table()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The devices of Linux");
        using var pipe = System.Diagnostics.Process.Start("mkfifo", _folder["pipe.csv"]);
        pipe.WaitForExit();

        Refused("/dev/zero").Should().Contain("has no end within");
        Refused(_folder["pipe.csv"]).Should().Contain("pipe or a device");
        Refused(_folder.Path).Should().Contain("this is a folder");

        static string Refused(string file) => FluentActions.Invoking(() => TableCsv.Read(file)).Should().Throw<RecordingException>().Which.Message;
    }

    private static byte[] Mutated(string[] sound, string[] pieces, Random random)
    {
        var encoding = random.Next(6) switch { 0 => Encoding.Unicode, 1 => Encoding.Latin1, _ => (Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };
        var bytes = encoding.GetBytes(sound[random.Next(sound.Length)]).ToList();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(8), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count + 1)).Take(random.Next(40)).ToArray());
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, encoding.GetBytes(pieces[random.Next(pieces.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    // As the reader may have taken it: nothing of what a number or a text is made from differs between these.
    private static string Decoded(byte[] bytes)
    {
        try
        {
            return bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes) : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static Table Reading(string csv, CsvOptions options)
    {
        try
        {
            return TableCsv.Read(new StringReader(csv), options);
        }
        catch (RecordingException e)
        {
            throw new InvalidOperationException($"{csv} ({Effort.Again}): {e.Message}", e);
        }
    }

    private static string Read(string csv, CsvOptions options) => Shown(TableCsv.Read(new StringReader(csv), options));

    private static string Shown(Table table) => string.Join("; ", table.Columns.Select(c =>
        $"{c.Name} [{c.Unit.Symbol}]: {string.Join(", ", Enumerable.Range(0, c.Length).Select(row => c.Value(row) is IFormattable f ? f.ToString(null, System.Globalization.CultureInfo.InvariantCulture).Replace("Infinity", "∞", StringComparison.Ordinal) : c.Value(row)))}"));

    private static string Case(string name) => Path.Combine(Repository.Root, "tests", "Interop", "cases", "25-csv-of-others", $"{name}.csv");

    private Task Write(string name, byte[] bytes) => File.WriteAllBytesAsync(_folder[name], bytes, TestContext.Current.CancellationToken);
}
