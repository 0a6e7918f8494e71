using System.Globalization;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

public sealed class AppendTests : Hdf5Test
{
    [Fact]
    public async Task Shows_the_rows_of_the_last_checkpoint_to_h5py_while_the_file_is_open()
    {
        using var file = Hdf5File.Create(FileName);
        var entry = file.Root.CreateGroup("tests").CreateGroup("RailRegulation.Holds_3V3");
        entry.Attributes.Set("NX_class", "NXentry");
        entry.Attributes.Set("axes", new[] { "time", "Zeit in µs" });
        var value = entry.CreateDataset<double>("value", Hdf5Shape.Rows());
        var text = entry.CreateDataset<string>("unit", Hdf5Shape.Rows());
        for (var i = 0; i < 100; i++)
        {
            value.Append(i * 0.5);
            text.Append($"row {i} µV");
        }

        file.Checkpoint();
        value.Append(1, 2, 3);

        var seen = await H5py.Read(FileName, """
            e = f['tests/RailRegulation.Holds_3V3']
            result = [e.attrs['NX_class'], e.attrs['axes'], e['value'][:], e['unit'].asstr()[:]]
            """);
        seen[0].GetString().Should().Be("NXentry");
        seen[1].Texts().Should().Equal("time", "Zeit in µs");
        seen[2].Doubles().Should().Equal(Enumerable.Range(0, 100).Select(i => i * 0.5));
        seen[3].Texts().Should().Equal(Enumerable.Range(0, 100).Select(i => $"row {i} µV"));
    }

    /// <summary>Chunks within a page, of some pages, with and without filters: each takes another way into the file.</summary>
    public static TheoryData<int, bool> Chunks => new() { { 100, false }, { 512, false }, { 5000, false }, { 100, true }, { 5000, true }, { 1, false }, { 1, true } };

    [Theory, MemberData(nameof(Chunks))]
    public async Task Keeps_every_row_over_many_checkpoints(int chunk, bool filtered)
    {
        const int Rows = 20_000;
        using (var file = Hdf5File.Create(FileName, new Hdf5FileOptions { ReuseDelay = TimeSpan.Zero }))
        {
            var options = new Hdf5DatasetOptions<long> { Chunk = [chunk], Filters = filtered ? Hdf5Filters.Compressed() with { Fletcher32 = true } : Hdf5Filters.None };
            var dataset = file.Root.CreateDataset("x", Hdf5Shape.Rows(), options);
            var random = new Random(chunk);
            for (var row = 0L; row < Rows;)
            {
                var batch = Enumerable.Range(0, (int)Math.Min(random.Next(1, 1500), Rows - row)).Select(i => row + i).ToArray();
                dataset.Append(batch);
                row += batch.Length;
                if (random.Next(3) > 0)
                    file.Checkpoint();
                if (random.Next(10) == 0)
                {
                    var seen = await H5py.Read(FileName, "d = f['x'][:]\nresult = [len(d), bool((d == np.arange(len(d))).all())]");
                    seen[1].GetBoolean().Should().BeTrue();
                }
            }

            var mine = new long[Rows];
            dataset.Read(mine, [0], [Rows]);
            mine.Should().Equal(Enumerable.Range(0, Rows).Select(i => (long)i));
        }

        (await H5py.Read(FileName, $"d = f['x'][:]\nresult = len(d) == {Rows} and bool((d == np.arange({Rows})).all())")).GetBoolean().Should().BeTrue();
        (await ForeignTool.H5stat.Run(FileName)).Should().Contain("# of unique datasets: 1");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Appends_rows_of_any_rank_over_several_chunks_beside_one_another(bool filtered)
    {
        const int Rows = 37;
        using (var file = Hdf5File.Create(FileName))
        {
            var options = new Hdf5DatasetOptions<int> { Chunk = [4, 3, 5], Filters = filtered ? Hdf5Filters.Compressed() : Hdf5Filters.None };
            var dataset = file.Root.CreateDataset("x", Hdf5Shape.Rows(7, 11), options);
            for (var row = 0; row < Rows;)
            {
                var count = Math.Min(1 + row % 3, Rows - row);
                dataset.Append(Enumerable.Range(row * 77, count * 77).ToArray());
                row += count;
                file.Checkpoint();
            }
        }

        var same = await H5py.Read(FileName, "result = bool((f['x'][:] == np.arange(37*77).reshape(37, 7, 11)).all())");
        same.GetBoolean().Should().BeTrue();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Indexes_many_chunks_as_the_reference_library_does(bool filtered)
    {
        const int Count = 40_000;
        using (var file = Hdf5File.Create(FileName))
        {
            var options = new Hdf5DatasetOptions<byte> { Chunk = [1], Filters = filtered ? new Hdf5Filters { Fletcher32 = true } : Hdf5Filters.None };
            var dataset = file.Root.CreateDataset("x", Hdf5Shape.Rows(), options);
            for (var i = 0; i < Count; i++)
            {
                dataset.Append((byte)i);
                if (i % 7777 == 0)
                    file.Checkpoint();
            }
        }

        var seen = await H5py.Read(FileName, $"d = f['x'][:]\nresult = [len(d), bool((d == np.arange({Count}).astype('u1')).all()), f['x'].id.get_num_chunks()]");
        seen[0].GetInt32().Should().Be(Count);
        seen[1].GetBoolean().Should().BeTrue();
        seen[2].GetInt32().Should().Be(Count);
    }

    // From 131,060 chunks on an index's data blocks have two pages, from 524,276 on four, and one byte says of several blocks which pages are there.
    [Fact]
    public async Task Is_read_by_h5py_where_blocks_of_the_index_have_several_pages()
    {
        const int Count = 560_000;
        using (var file = Hdf5File.Create(FileName))
        {
            var dataset = file.Root.CreateDataset("x", Hdf5Shape.Rows(), new Hdf5DatasetOptions<byte> { Chunk = [1] });
            for (var i = 0; i < Count; i++)
            {
                dataset.Append((byte)(i % 251));
                if (i % 77_777 == 0)
                    file.Checkpoint();
            }
        }

        using (var again = Hdf5File.OpenAppend(FileName))
            again.Root.Dataset<byte>("x").Append((byte)(Count % 251));

        var seen = await H5py.Read(FileName, $"d = f['x'][:]\nresult = [len(d), int((d != np.arange({Count + 1}) % 251).sum())]");
        (seen[0].GetInt32(), seen[1].GetInt32()).Should().Be((Count + 1, 0));
        using var read = Hdf5File.OpenRead(FileName);
        read.Root.Dataset<byte>("x").ReadAll().Should().Equal(Enumerable.Range(0, Count + 1).Select(i => (byte)(i % 251)));
    }

    [Fact]
    public async Task Reads_what_h5py_wrote_where_blocks_of_the_index_have_several_pages()
    {
        const int Count = 150_000;
        await H5py.Run(FileName, $"with h5py.File(path, 'w', libver='latest') as f:\n    f.create_dataset('x', data=np.arange({Count}) % 251, dtype='u1', chunks=(1,), maxshape=(None,))\nresult = 0");

        using var read = Hdf5File.OpenRead(FileName);

        read.Root.Dataset<byte>("x").ReadAll().Should().Equal(Enumerable.Range(0, Count).Select(i => (byte)(i % 251)));
    }

    [Fact]
    public async Task Takes_appends_from_several_threads_to_several_datasets_and_to_one()
    {
        const int Threads = 4, Rows = 20_000;
        using (var file = Hdf5File.Create(FileName))
        {
            var shared = file.Root.CreateDataset<long>("shared", Hdf5Shape.Rows(), new() { Chunk = [1000], Filters = Hdf5Filters.Compressed() });
            var own = Enumerable.Range(0, Threads).Select(t => file.Root.CreateDataset<long>($"own{t}", Hdf5Shape.Rows(), new() { Chunk = [700] })).ToArray();
            var threads = Enumerable.Range(0, Threads).Select(t => new Thread(() =>
            {
                for (var i = 0; i < Rows; i++)
                {
                    own[t].Append(i);
                    shared.Append(t * Rows + i);
                    if (i % 997 == 0)
                        file.Checkpoint();
                }
            })).ToArray();
            foreach (var thread in threads)
                thread.Start();
            foreach (var thread in threads)
                thread.Join();
        }

        var seen = await H5py.Read(FileName, $"""
            own = all((f[f'own{'{'}t{'}'}'][:] == np.arange({Rows})).all() for t in range({Threads}))
            shared = (np.sort(f['shared'][:]) == np.arange({Threads * Rows})).all()
            result = [bool(own), bool(shared)]
            """);
        seen[0].GetBoolean().Should().BeTrue();
        seen[1].GetBoolean().Should().BeTrue();
    }

    [Theory, MemberData(nameof(Chunks))]
    public async Task Goes_on_where_a_closed_file_ended(int chunk, bool filtered)
    {
        const int Rounds = 9, Rows = 777;
        var options = new Hdf5DatasetOptions<double> { Chunk = [chunk], Filters = filtered ? Hdf5Filters.Compressed() : Hdf5Filters.None };
        Hdf5File.Create(FileName).Dispose();
        for (var round = 0; round < Rounds; round++)
        {
            using var file = Hdf5File.OpenAppend(FileName);
            var dataset = file.Root.TryGet("a/b/x", out var found) ? ((Hdf5Dataset)found).As<double>() : file.Root.CreateDataset("a/b/x", Hdf5Shape.Rows(), options);
            dataset.Shape.Count.Should().Be(round * Rows);
            for (var i = 0; i < Rows; i++)
                dataset.Append(round * Rows + i);
            file.Root.Attributes.Set(string.Create(CultureInfo.InvariantCulture, $"round {round}"), round);
        }

        var seen = await H5py.Read(FileName, $"result = [bool((f['a/b/x'][:] == np.arange({Rounds * Rows})).all()), sorted(f.attrs.values())]");
        seen[0].GetBoolean().Should().BeTrue();
        seen[1].Longs().Should().Equal(Enumerable.Range(0, Rounds).Select(i => (long)i));
    }

    [Fact]
    public void Shows_rows_that_were_added_to_a_chunk_after_it_was_read()
    {
        var options = new Hdf5DatasetOptions<int> { Chunk = [10], Filters = Hdf5Filters.Compressed() };
        using (var file = Hdf5File.Create(FileName))
            file.Root.CreateDataset("x", Hdf5Shape.Rows(), options).Append(0, 1, 2, 3, 4);

        using var again = Hdf5File.OpenAppend(FileName);
        var dataset = again.Root.Dataset<int>("x");
        dataset.ReadAll().Should().Equal(0, 1, 2, 3, 4);
        dataset.Append(5, 6, 7, 8, 9, 10);
        dataset.ReadAll().Should().Equal(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    [Fact]
    public void Refuses_what_is_not_whole_rows_and_what_cannot_grow()
    {
        using var file = Hdf5File.Create(FileName);
        var rows = file.Root.CreateDataset<int>("rows", Hdf5Shape.Rows(3));
        var fixedOne = file.Root.CreateDataset<int>("fixed", Hdf5Shape.Fixed(3));
        rows.Invoking(r => r.Append(1, 2, 3, 4)).Should().Throw<ArgumentException>().WithMessage("*12 bytes*");
        fixedOne.Invoking(r => r.Append(1)).Should().Throw<InvalidOperationException>();
        file.Root.Invoking(r => r.CreateDataset<string>("text", Hdf5Shape.Rows(), new() { Filters = new() { Fletcher32 = true } })).Should().Throw<ArgumentException>().WithMessage("*fletcher32*");
        file.Root.Invoking(r => r.CreateGroup("rows")).Should().Throw<ArgumentException>().WithMessage("*rows*");
    }

    [Fact]
    public void Is_open_for_one_writer_and_any_number_of_readers()
    {
        using var file = Hdf5File.Create(FileName);
        file.Root.CreateDataset("x", [1, 2, 3]);
        file.Checkpoint();
        using var first = Hdf5File.OpenRead(FileName);
        using var second = Hdf5File.OpenRead(FileName);
        second.Root.Dataset<int>("x").ReadAll().Should().Equal(1, 2, 3);
        FluentActions.Invoking(() => Hdf5File.OpenAppend(FileName)).Should().Throw<IOException>().WithMessage($"{FileName}*");
        FluentActions.Invoking(() => Hdf5File.Create(FileName)).Should().Throw<IOException>();
        FluentActions.Invoking(() => Hdf5File.Create(FileName, new Hdf5FileOptions { Overwrite = true })).Should().Throw<IOException>();
        second.Root.Dataset<int>("x").ReadAll().Should().Equal(1, 2, 3);
        first.Root.Invoking(r => r.CreateGroup("g")).Should().Throw<InvalidOperationException>().WithMessage("*OpenAppend*");
    }
}
