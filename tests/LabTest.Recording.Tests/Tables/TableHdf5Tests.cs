using System.Text.Json.Nodes;
using LabTest.Data;
using LabTest.Hdf5;
using LabTest.Recording.Tables;
using LabTest.Testing;
using LabTest.Testing.Foreign;
using LabTest.Tests.Data;

namespace LabTest.Recording.Tests.Tables;

public sealed class TableHdf5Tests : IDisposable
{
    private const string ReadScript = """
        import h5py, json, struct, sys
        def show(v):
            if isinstance(v, bytes): return v.decode('utf-8')
            if v.dtype.kind == 'b': return bool(v)
            if v.dtype.kind == 'f': return 'nan' if v != v else struct.pack('>d', float(v)).hex()
            return str(int(v))
        f = h5py.File(sys.argv[1])
        g = f[f.attrs['default']]
        columns = []
        for key in g.attrs['columns']:
            d = g[key]
            missing = g[d.attrs['mask']][:] if 'mask' in d.attrs else [False] * len(d)
            columns.append(dict(name=d.attrs.get('name', key), unit='' if 'start' in d.attrs else d.attrs.get('units', ''),
                                values=[None if m else show(v) for v, m in zip(d[:], missing)]))
        marks = {k: (v.tolist() if hasattr(v, 'tolist') else v) for k, v in g.attrs.items() if k != 'columns'}
        print(json.dumps(dict(columns=columns, marks=marks, kinds=[str(g[k].dtype) for k in g.attrs['columns']])))
        """;

    private const string WriteScript = """
        import h5py, numpy as np, sys
        f = h5py.File(sys.argv[1], 'w')
        f.attrs['default'] = 'entry'
        e = f.create_group('entry'); e.attrs['default'] = 'data'
        g = e.create_group('data'); g.attrs['NX_class'] = 'NXdata'; g.attrs['signal'] = 'counts'; g.attrs['axes'] = ['energy']
        d = g.create_dataset('counts', data=np.array([1, 2, 3], '>u2')); d.attrs['units'] = 'counts'
        d = g.create_dataset('energy', data=np.array([1.5, 2.5, 3.5], 'f4')); d.attrs['units'] = np.bytes_('keV')
        g['fixed'] = np.array([b'ab', b'c', b''], 'S2')
        g['flag'] = np.array([True, False, True])
        d = g.create_dataset('when', data=np.array([0, 0.5, np.nan])); d.attrs['units'] = 's'; d.attrs['start'] = '2026-11-21T14:00:00Z'
        d = g.create_dataset('odd', data=[1, 2, 3]); d.attrs['units'] = 'arb. units'
        g['edges'] = np.arange(4.0)
        g['image'] = np.zeros((3, 3))
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task H5py_reads_names_units_gaps_and_values()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var table = Writable(RandomTables.Make(seed, 9 * seed));
            table.WriteHdf5(_folder[$"table{seed}.h5"]);

            var read = JsonNode.Parse(await ForeignTool.H5py.Run(ReadScript, _folder[$"table{seed}.h5"]))!;

            read["columns"].ShouldBe(CanonicalTable.Of(table));
            read["kinds"]!.ToJsonString().Should().Be(
                """["int32","int8","int16","int32","int64","uint8","uint16","uint32","uint64","float16","float32","float64","bool","int64","object"]""");
        }
    }

    [Fact]
    public async Task Viewers_find_what_to_plot_over_what()
    {
        var table = new Table(
            Columns.Of("board", ["A", "B"]),
            Columns.Of("load", [0.0, 1.0], Unit.Parse("A")),
            Columns.Of("vout", [3.3, 3.2], Unit.Parse("V")),
            Columns.Of("iin", [0.1, 0.2], Unit.Parse("A")))
        {
            Name = "load_regulation",
        };
        table.WriteHdf5(_folder["table.h5"], "tables/load_regulation");

        var marks = JsonNode.Parse(await ForeignTool.H5py.Run(ReadScript, _folder["table.h5"]))!["marks"]!;

        marks.ToJsonString().Should().Be(
            """{"NX_class":"NXdata","auxiliary_signals":["iin"],"axes":["load"],"load_indices":0,"name":"load_regulation","signal":"vout"}""");
    }

    [Fact]
    public async Task Reads_what_h5py_writes()
    {
        await ForeignTool.H5py.Run(WriteScript, _folder["nexus.h5"]);

        var table = TableHdf5.Read(_folder["nexus.h5"]);

        table.Columns.Select(c => (c.Name, c.Unit.Symbol)).Should().Equal(
            ("energy", "keV"), ("counts", "count"), ("fixed", ""), ("flag", ""), ("odd [arb. units]", ""), ("when", "s"));
        table["counts"].Should().BeOfType<NumberColumn<ushort>>();
        table["counts"].ToNumbers().Should().Equal(1, 2, 3);
        table["energy"].Quantity(0).Should().Be(Quantity.Parse("1500 eV"));
        (table["fixed"].Value(0), table["fixed"].Value(2)).Should().Be(("ab", ""));
        (table["flag"].Value(0), table["flag"].Value(1)).Should().Be((true, false));
        table["when"].Value(1).Should().Be(Instant.From(new DateTimeOffset(2026, 11, 21, 14, 0, 0, 500, TimeSpan.Zero)));
        table["when"].Value(2).Should().BeNull();
    }

    [Fact]
    public async Task Whole_counts_of_time_that_h5py_writes_are_read_to_the_nanosecond()
    {
        await ForeignTool.H5py.Run(
            """
            import h5py, numpy as np, sys
            f = h5py.File(sys.argv[1], 'w')
            def log(name, counts, units, start):
                d = f.create_dataset(name, data=counts); d.attrs['units'] = units; d.attrs['start'] = start
            log('us', np.array([1763733600123457], 'i8'), 'us', '1970-01-01T00:00:00Z')
            log('ns', np.array([788040000123456789], 'u8'), 'ns', '2001-01-01T00:00:00Z')
            log('ms', np.array([-1], 'i4'), 'ms', '2026-11-21T14:00:00Z')
            log('s', np.array([0.25]), 's', '2026-11-21T14:00:00Z')
            """, _folder["log.h5"]);

        var table = TableHdf5.Read(_folder["log.h5"], "/");

        table["us"].Value(0)!.ToString().Should().Be("2025-11-21T14:00:00.123457000Z");
        table["ns"].Value(0)!.ToString().Should().Be("2025-12-21T20:00:00.123456789Z");
        table["ms"].Value(0)!.ToString().Should().Be("2026-11-21T13:59:59.999000000Z");
        table["s"].Value(0)!.ToString().Should().Be("2026-11-21T14:00:00.250000000Z");
    }

    [Fact]
    public async Task A_time_that_an_instant_cannot_be_is_refused_by_name()
    {
        await ForeignTool.H5py.Run(
            "import h5py, numpy as np, sys; d = h5py.File(sys.argv[1], 'w').create_dataset('when', data=np.array([1e12])); d.attrs['units'] = 's'; d.attrs['start'] = '2026-11-21T14:00:00Z'",
            _folder["far.h5"]);

        FluentActions.Invoking(() => TableHdf5.Read(_folder["far.h5"], "/")).Should().Throw<RecordingException>().WithMessage("*'when'*1677*2262*");
    }

    [Fact]
    public void A_table_comes_back_as_it_was()
    {
        using var file = Hdf5File.Create(_folder["tables.h5"]);
        for (var seed = 0; seed < 50; seed++)
        {
            var table = Writable(RandomTables.Make(seed, seed % 30));

            file.Root.WriteTable($"tables/{seed}", table).ReadTable().ShouldBe(table);
        }
    }

    [Fact]
    public void Nothing_behind_a_NUL_is_lost()
    {
        using var file = Hdf5File.Create(_folder["table.h5"]);

        file.Root.WriteTable("t", new Table(Columns.Of("answer", ["a\0b"]))).ReadTable()["answer"].Value(0).Should().Be("a␀b");
    }

    [Fact]
    public void Names_that_links_cannot_have_come_back()
    {
        var table = new Table(Columns.Of("a/b", [1.0]), Columns.Of("a_b", (double?[])[null]), Columns.Of(".", ["x"]), Columns.Of("a_b_mask", [true]), Columns.Of("µ 漢", [1]));
        table.WriteHdf5(_folder["table.h5"]);

        TableHdf5.Read(_folder["table.h5"]).ShouldBe(table);
    }

    [Fact]
    public void Signal_and_axis_are_chosen_by_name()
    {
        using var file = Hdf5File.Create(_folder["table.h5"]);
        var table = RandomTables.Make(1, 3);

        var group = file.Root.WriteTable("t", table, signal: "f32", axis: "time");

        group.Attributes.Get<string>("signal").Should().Be("f32");
        group.Attributes.GetArray<string>("axes").Should().Equal("time");
        file.Root.Invoking(r => r.WriteTable("u", table, signal: "f33")).Should().Throw<KeyNotFoundException>().WithMessage("*did you mean 'f32'?*");
        file.Root.TryGet("u", out _).Should().BeFalse();
    }

    [Fact]
    public void Tables_without_rows_numbers_or_columns_come_back()
    {
        using var file = Hdf5File.Create(_folder["tables.h5"]);
        Table[] tables = [RandomTables.Make(1, 0), new Table(Columns.Of("board", ["A", null])), new Table(Columns.Of("x", [1, 2]))];

        for (var i = 0; i < tables.Length; i++)
            file.Root.WriteTable($"{i}", tables[i]).ReadTable().ShouldBe(tables[i]);
        file.Root.Group("2").Attributes.GetArray<string>("axes").Should().Equal(".");
    }

    [Fact]
    public void What_is_no_table_is_refused_by_name()
    {
        using (var file = Hdf5File.Create(_folder["other.h5"]))
        {
            file.Root.CreateGroup("images").CreateDataset<int>("frame", [1, 2, 3, 4], Hdf5Shape.Fixed(2, 2));
            file.Root.CreateGroup("points").CreateDataset("p", new[] { new DateOnly(1, 1, 1).DayNumber }).Attributes.Set("units", "mm");
        }

        FluentActions.Invoking(() => TableHdf5.Read(_folder["other.h5"], "images")).Should().Throw<RecordingException>().WithMessage("*other.h5*images*no dataset of one dimension*");
        FluentActions.Invoking(() => TableHdf5.Read(_folder["other.h5"], "nothing")).Should().Throw<RecordingException>().WithMessage("*nothing*");
        FluentActions.Invoking(() => TableHdf5.Read(_folder["none.h5"])).Should().Throw<RecordingException>().WithMessage("*none.h5*");
        TableHdf5.Read(_folder["other.h5"], "points")["p"].Unit.Symbol.Should().Be("mm");
    }

    /// <summary>The table with the sign for NUL in the place of one.</summary>
    private static Table Writable(Table table) =>
        table.WithColumn(Columns.Of("text", [.. Enumerable.Range(0, table.RowCount).Select(row => ((string?)table["text"].Value(row))?.Replace('\0', '␀'))]));
}
