using LabTest.Hdf5.Indexes;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

public sealed class LayoutTests : Hdf5Test
{
    private const long U = Hdf5Shape.Unlimited;

    /// <summary>Extents, maxima, chunks, filters and early allocation, for every kind of chunk index.</summary>
    public static TheoryData<string, long[], long[], int[], bool, bool> Kinds => new()
    {
        { "single", [6, 10], [6, 10], [6, 10], false, false },
        { "single filtered", [6, 10], [6, 10], [6, 10], true, false },
        { "implicit", [7, 10], [7, 10], [2, 3], false, true },
        { "fixed array", [7, 10], [7, 10], [2, 3], false, false },
        { "fixed array filtered", [7, 10], [9, 20], [2, 3], true, false },
        { "fixed array of pages", [5000, 2], [5000, 2], [1, 1], false, false },
        { "extensible array", [7, 10], [U, 10], [2, 3], false, false },
        { "extensible array in the second dimension", [7, 10], [7, U], [2, 3], false, false },
        { "extensible array in the middle, filtered", [3, 40, 5], [9, U, 5], [2, 3, 2], true, false },
        { "tree", [7, 10], [U, U], [2, 3], false, false },
        { "tree filtered", [70, 100], [U, U], [2, 3], true, false },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task Chooses_the_index_of_the_reference_library_and_fills_it_in_any_order(
        string kind, long[] dimensions, long[] maxima, int[] chunk, bool filtered, bool early)
    {
        var count = dimensions.Aggregate(1L, (a, b) => a * b);
        var expected = Enumerable.Range(0, (int)count).ToArray();
        using (var file = Hdf5File.Create(FileName))
        {
            var options = new Hdf5DatasetOptions<int> { Chunk = chunk, Filters = filtered ? Hdf5Filters.Compressed() : Hdf5Filters.None, AllocateEarly = early, Fill = -1 };
            var dataset = file.Root.CreateDataset("x", Hdf5Shape.Extensible(dimensions, maxima), options);
            var sparse = file.Root.CreateDataset("sparse", Hdf5Shape.Extensible(dimensions, maxima), options);
            file.Checkpoint();
            var rows = Enumerable.Range(0, (int)dimensions[0]).ToArray();
            new Random(1).Shuffle(rows);
            long[] count1 = [1, .. dimensions[1..]];
            var perRow = (int)(count / dimensions[0]);
            foreach (var row in rows)
            {
                var start = new long[dimensions.Length];
                start[0] = row;
                dataset.Write(expected.AsSpan(row * perRow, perRow), start, count1);
                if (row % (1 + rows.Length / 7) == 0)
                    file.Checkpoint();
            }

            sparse.Write([7], new long[dimensions.Length], [.. dimensions.Select(_ => 1L)]);
            dataset.ReadAll().Should().Equal(expected);
        }

        var theirs = this["theirs.h5"];
        await H5py.Run(theirs, $"""
            with h5py.File(path, 'w', libver='latest') as f:
                p = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                p.set_chunk(({string.Join(", ", chunk)},))
                {(filtered ? "p.set_shuffle(); p.set_deflate(1)" : "pass")}
                {(early ? "p.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)" : "pass")}
                space = h5py.h5s.create_simple(({string.Join(", ", dimensions)},), ({string.Join(", ", maxima.Select(m => m == U ? "h5py.h5s.UNLIMITED" : $"{m}"))},))
                d = h5py.h5d.create(f.id, b'x', h5py.h5t.STD_I32LE, space, p)
                h5py.Dataset(d)[...] = np.arange({count}).reshape({string.Join(", ", dimensions)})
            """);
        IndexOf(FileName).Should().Be(IndexOf(theirs), kind);

        var seen = await H5py.Read(FileName, $"s = f['sparse'][()].ravel()\nresult = [bool((f['x'][()].ravel() == np.arange({count})).all()), int(s[0]), bool((s[1:] == -1).all()), f['x'].id.get_num_chunks()]");
        seen[0].GetBoolean().Should().BeTrue();
        seen[1].GetInt32().Should().Be(7);
        seen[2].GetBoolean().Should().BeTrue();
        (await H5py.Read(theirs, "result = f['x'].id.get_num_chunks()")).GetInt32().Should().Be(seen[3].GetInt32());
        foreach (var path in new[] { FileName, theirs })
        {
            using var again = Hdf5File.OpenRead(path);
            again.Root.Dataset<int>("x").ReadAll().Should().Equal(expected);
        }

        await ForeignTool.H5diff.Run(FileName, theirs, "/x");
    }

    [Fact]
    public async Task Lets_datasets_grow_in_any_dimension()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            var tree = file.Root.CreateDataset<int>("tree", Hdf5Shape.Extensible([2, 2], [U, U]), new() { Chunk = [3, 3], Fill = -1 });
            tree.Write([1, 2, 3, 4]);
            file.Checkpoint();
            tree.Resize(4, 7);
            tree.Write([5, 6], [3, 5], [1, 2]);
            tree.Append(10, 11, 12, 13, 14, 15, 16);
            file.Checkpoint();
            var limited = file.Root.CreateDataset<int>("limited", Hdf5Shape.Extensible([1, 1], [2, 5]), new() { Chunk = [1, 2] });
            limited.Resize(2, 5);
            limited.Write(Enumerable.Range(0, 10).ToArray());
            limited.Invoking(l => l.Resize(3, 5)).Should().Throw<ArgumentOutOfRangeException>();
            limited.Invoking(l => l.Resize(1, 5)).Should().Throw<ArgumentOutOfRangeException>();
        }

        var seen = await H5py.Read(FileName, "result = [f['tree'][()], f['limited'][()]]");
        seen[0].To<int[][]>().Should().BeEquivalentTo(new int[][]
        {
            [1, 2, -1, -1, -1, -1, -1], [3, 4, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, 5, 6], [10, 11, 12, 13, 14, 15, 16],
        }, o => o.WithStrictOrdering());
        seen[1].To<int[][]>().SelectMany(r => r).Should().Equal(Enumerable.Range(0, 10));
    }

    [Fact]
    public async Task Grows_a_tree_to_many_levels()
    {
        const int Rows = 5000;
        using (var file = Hdf5File.Create(FileName))
        {
            var tree = file.Root.CreateDataset<short>("x", Hdf5Shape.Extensible([0, 3], [U, U]), new() { Chunk = [1, 1] });
            for (short i = 0; i < Rows; i++)
            {
                tree.Append(i, i, i);
                if (i % 701 == 0)
                    file.Checkpoint();
            }
        }

        var seen = await H5py.Read(FileName, $"result = [bool((f['x'][:] == np.arange({Rows})[:, None]).all()), f['x'].id.get_num_chunks()]");
        seen[0].GetBoolean().Should().BeTrue();
        seen[1].GetInt32().Should().Be(3 * Rows);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<short>("x").ReadAll()[^1].Should().Be(Rows - 1);
    }

    [Fact]
    public async Task Writes_contiguous_and_compact_datasets_whole_and_in_parts()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            var large = file.Root.CreateDataset<double>("large", Hdf5Shape.Fixed(100, 1000), new() { Fill = 0.5 });
            large.Layout.Should().Be(Hdf5Layout.Contiguous);
            large.Write([1, 2, 3, 4], [10, 998], [2, 2]);
            file.Checkpoint();
            large.Write([5], [99, 999], [1, 1]);
            var small = file.Root.CreateDataset<int>("small", Hdf5Shape.Fixed(3, 4), new() { Layout = Hdf5Layout.Compact, Fill = 9 });
            small.Write([1, 2], [1, 1], [1, 2]);
            file.Checkpoint();
            small.Write([3], [2, 3], [1, 1]);
            file.Root.CreateDataset<int>("untouched", Hdf5Shape.Fixed(5), new() { Fill = 77 });
            file.Root.CreateDataset<byte>("most", new byte[65_000], null, new() { Layout = Hdf5Layout.Compact });
            large.ReadAll()[10_998..11_000].Should().Equal(1, 2);
        }

        var seen = await H5py.Read(FileName, """
            a = f['large'][()]
            result = [a[10:12, 998:1000].tolist(), float(a[99, 999]), float(a[50, 50]), f['small'][()].tolist(), f['untouched'][()], f['most'].shape,
                      [f[n].id.get_create_plist().get_layout() for n in ('large', 'small', 'most')]]
            """);
        seen[0].To<double[][]>().SelectMany(r => r).Should().Equal(1, 2, 3, 4);
        seen[1].GetDouble().Should().Be(5);
        seen[2].GetDouble().Should().Be(0.5);
        seen[3].To<int[][]>().SelectMany(r => r).Should().Equal(9, 9, 9, 9, 9, 1, 2, 9, 9, 9, 9, 3);
        seen[4].Longs().Should().Equal(77, 77, 77, 77, 77);
        seen[6].Longs().Should().Equal(1, 0, 0);
        using var again = Hdf5File.OpenRead(FileName);
        var read = new double[4];
        again.Root.Dataset<double>("large").Read(read, [10, 998], [2, 2]);
        read.Should().Equal(1, 2, 3, 4);
    }

    [Fact]
    public async Task Keeps_fill_values_of_every_kind()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset<double>("nan", Hdf5Shape.Extensible([3], [U]), new() { Fill = double.NaN });
            file.Root.CreateDataset<string>("text", Hdf5Shape.Extensible([2], [U]), new() { Fill = "none", Type = Hdf5Type.FixedText(6) });
            file.Root.CreateDataset<short>("big", Hdf5Shape.Fixed(2), new() { Fill = 258, Type = Hdf5Type.Integer(2, true, Hdf5ByteOrder.BigEndian) });
        }

        var seen = await H5py.Read(FileName, "result = [str(f['nan'].fillvalue), f['nan'][:], f['text'].asstr()[:], f['big'][:], int(f['big'].fillvalue)]");
        seen[0].GetString().Should().Be("nan");
        seen[1].Texts().Should().AllBe("nan");
        seen[2].Texts().Should().Equal("none", "none");
        seen[3].Longs().Should().Equal(258, 258);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<string>("text").ReadAll().Should().Equal("none", "none");
        again.Root.Dataset<short>("big").ReadAll().Should().Equal(258, 258);
    }

    [Fact]
    public async Task Is_understood_by_every_tool_of_the_reference_library()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset<double>("rows", Hdf5Shape.Rows(3), new() { Chunk = [10, 3], Filters = Hdf5Filters.Compressed() with { Fletcher32 = true } })
                .Append(Enumerable.Range(0, 99).Select(i => (double)i).ToArray());
            file.Root.CreateDataset("text", ["a", "b"]);
            for (var i = 0; i < 20; i++)
                file.Root.CreateGroup($"g{i}").Attributes.Set("i", i);
        }

        (await ForeignTool.H5dump.Run("-p", "-d", "/rows", FileName)).Should().ContainAll("COMPRESSION DEFLATE { LEVEL 1 }", "PREPROCESSING SHUFFLE", "CHECKSUM FLETCHER32", "(32,0): 96, 97, 98");
        (await ForeignTool.H5stat.Run(FileName)).Should().ContainAll("# of unique groups: 21", "# of unique datasets: 2");
        (await ForeignTool.H5ls.Run("-r", FileName)).Should().ContainAll("/rows", "{33/Inf, 3}", "/g19");
        await ForeignTool.H5repack.Run("-f", "GZIP=3", FileName, this["repacked.h5"]);
        await ForeignTool.H5repack.Run("-l", "CONTI", FileName, this["plain.h5"]);
        (await ForeignTool.H5diff.Run(FileName, this["repacked.h5"])).Should().BeEmpty();
        (await ForeignTool.H5diff.Run(FileName, this["plain.h5"])).Should().BeEmpty();
        using var repacked = Hdf5File.OpenRead(this["repacked.h5"]);
        repacked.Root.Dataset<double>("rows").ReadAll().Should().Equal(Enumerable.Range(0, 99).Select(i => (double)i));
        repacked.Root.Dataset<string>("text").ReadAll().Should().Equal("a", "b");
    }

    /// <summary>The index of a dataset; how small a chunk became says nothing about it.</summary>
    private static ChunkIndexKind IndexOf(string path)
    {
        using var file = OpenFile.OpenRead(FileByteStore.OpenRead(path));
        var dataset = (DatasetNode)Groups.PathWalk.Find(file.Root, "x")!;
        var index = ((LayoutMessage.Chunked)dataset.Layout).Index;
        return index is ChunkIndexKind.Single single ? single with { Size = 0 } : index;
    }
}
