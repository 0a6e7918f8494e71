using LabTest.Hdf5.Tests.Support;
using LabTest.Testing;

namespace LabTest.Hdf5.Tests;

/// <summary>Indexes of chunks change their form with the count of chunks: written at and across the borders, and read value by value by h5py.</summary>
[Trait("Soak", "hdf5")]
public sealed class IndexBorderTests : Hdf5Test
{
    private const long U = Hdf5Shape.Unlimited;

    private static readonly Hdf5Filters Summed = new() { Fletcher32 = true };

    /// <summary>How many chunks an extensible array has where it gets another block, up to blocks of two pages (131,060) or four (524,276).</summary>
    private static long[] ArrayBorders =>
        [.. Enumerable.Range(0, Effort.Count(run: 14, soak: 16)).Select(s => 4 + ((1L << s) - 1) * 16).SelectMany(b => new[] { b - 1, b, b + 1, b + 2 }).Prepend(1)];

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true), InlineData(true, true)]
    public async Task Is_followed_by_h5py_across_every_border_of_an_extensible_array(bool filtered, bool second)
    {
        using var file = Hdf5File.Create(FileName, new Hdf5FileOptions { ReuseDelay = TimeSpan.Zero });
        var filters = filtered ? Summed : Hdf5Filters.None;
        var dataset = second
            ? file.Root.CreateDataset<int>("x", Hdf5Shape.Extensible([1, 0], [1, U]), new() { Chunk = [1, 1], Filters = filters })
            : file.Root.CreateDataset<int>("x", Hdf5Shape.Rows(), new() { Chunk = [1], Filters = filters });
        file.Checkpoint();
        await H5py.Run(FileName, "keep['f'] = h5py.File(path, 'r', swmr=True)\nkeep['d'] = keep['f']['x']\nkeep['seen'] = 0");
        long count = 0;
        foreach (var border in ArrayBorders)
        {
            var more = Enumerable.Range((int)count, (int)(border - count)).ToArray();
            if (second)
            {
                dataset.Resize(1, border);
                dataset.Write(more, [0, count], [1, more.Length]);
            }
            else
            {
                dataset.Append(more);
            }

            count = border;
            file.Checkpoint();
            var seen = await H5py.Run(FileName, """
                d = keep['d']
                d.refresh()
                n = d.shape[-1]
                first = max(0, keep['seen'] - 100)
                a = d[..., first:n].ravel()
                keep['seen'] = n
                result = [n, int((a != np.arange(first, n)).sum())]
                """);
            seen.Longs().Should().Equal(border, 0);
        }

        var all = await H5py.Run(FileName, "a = keep['d'][...].ravel()\nkeep['f'].close()\nkeep.clear()\nresult = int((a != np.arange(len(a))).sum())");
        all.GetInt32().Should().Be(0);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Goes_on_in_a_file_closed_at_every_border_of_an_extensible_array(bool filtered)
    {
        Hdf5File.Create(FileName).Dispose();
        var count = 0;
        foreach (var border in ArrayBorders)
        {
            using var file = Hdf5File.OpenAppend(FileName);
            var dataset = file.Root.TryGet("x", out var found)
                ? ((Hdf5Dataset)found).As<int>()
                : file.Root.CreateDataset<int>("x", Hdf5Shape.Rows(), new() { Chunk = [1], Filters = filtered ? Summed : Hdf5Filters.None });
            dataset.Append(Enumerable.Range(count, (int)border - count).ToArray());
            count = (int)border;
        }

        await ShouldCount("x", count);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<int>("x").ReadAll().Should().Equal(Enumerable.Range(0, count));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Finds_single_chunks_far_out_in_an_extensible_array(bool filtered)
    {
        long[] places = [99_999_999, 0, 4, 20, 131_059, 131_060, 1_000_000, 524_275, 524_276, 77_777_777, (1L << 31) - 1, 1L << 31, (1L << 32) - 17];
        using (var file = Hdf5File.Create(FileName))
        {
            var dataset = file.Root.CreateDataset<long>("x", Hdf5Shape.Extensible([1L << 32], [U]), new() { Chunk = [1], Fill = -1, Filters = filtered ? Summed : Hdf5Filters.None });
            foreach (var place in places)
            {
                dataset.Write([place], [place], [1]);
                file.Checkpoint();
            }

            dataset.Invoking(d => d.Resize(1L << 33)).Should().NotThrow();
            dataset.Invoking(d => d.Write([1], [(1L << 33) - 1], [1])).Should().Throw<Hdf5Exception>().WithMessage("*more chunks*");
        }

        var list = string.Join(", ", places);
        var seen = await H5py.Read(FileName, $"d = f['x']\nresult = [[int(d[p]) for p in [{list}]], [int(d[p + 1]) for p in [1, 100, 131060, 99999999]]]");
        seen[0].Longs().Should().Equal(places);
        seen[1].Longs().Should().Equal(-1, -1, -1, -1);
    }

    [Theory]
    [InlineData(1023), InlineData(1024), InlineData(1025), InlineData(2048), InlineData(2049), InlineData(8192), InlineData(8193), InlineData(9217)]
    public async Task Writes_fixed_arrays_at_the_borders_of_their_pages(int count)
    {
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var filters in new[] { Hdf5Filters.None, Summed })
            {
                var name = filters.Fletcher32 ? "filtered" : "plain";
                var dataset = file.Root.CreateDataset<int>(name, Hdf5Shape.Fixed(count), new() { Chunk = [1], Filters = filters });
                var ends = file.Root.CreateDataset<int>($"{name} ends", Hdf5Shape.Fixed(count), new() { Chunk = [1], Filters = filters, Fill = -1 });
                dataset.Write(Enumerable.Range(0, 1000).ToArray(), [0], [1000]);
                ends.Write([count - 1], [count - 1], [1]);
                file.Checkpoint();
                dataset.Write(Enumerable.Range(1000, count - 1000).ToArray(), [1000], [count - 1000]);
                ends.Write([0], [0], [1]);
            }
        }

        await ShouldCount("plain", count);
        await ShouldCount("filtered", count);
        foreach (var name in new[] { "plain ends", "filtered ends" })
        {
            var seen = await H5py.Read(FileName, $"a = f['{name}'][:]\nresult = [int(a[0]), int(a[-1]), int((a == -1).sum()), f['{name}'].id.get_num_chunks()]");
            seen.Longs().Should().Equal(0, count - 1, count - 2, 2);
        }
    }

    // With nodes of 2 KiB the tree gets its fourth level before 120,000 chunks, and counts below a node take three bytes from 65,536 on.
    [Theory, InlineData(false), InlineData(true)]
    public async Task Grows_a_tree_of_four_levels(bool filtered)
    {
        const int Rows = 600, Columns = 220;
        var filters = filtered ? Summed : Hdf5Filters.None;
        using (var file = Hdf5File.Create(FileName))
        {
            var dataset = file.Root.CreateDataset<int>("x", Hdf5Shape.Extensible([0, Columns], [U, U]), new() { Chunk = [1, 1], Filters = filters });
            for (var row = 0; row < Rows; row++)
            {
                dataset.Append(Enumerable.Range(row * Columns, Columns).ToArray());
                if (row % 97 == 0)
                    file.Checkpoint();
            }

            var mixed = file.Root.CreateDataset<int>("mixed", Hdf5Shape.Extensible([40, 25, 20], [U, U, U]), new() { Chunk = [1, 1, 1], Filters = filters });
            var order = Enumerable.Range(0, 20_000).ToArray();
            new Random(1).Shuffle(order);
            foreach (var i in order)
                mixed.Write([i], [i / 500, i / 20 % 25, i % 20], [1, 1, 1]);
        }

        await ShouldCount("x", Rows * Columns);
        await ShouldCount("mixed", 20_000);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<int>("x").ReadAll().Should().Equal(Enumerable.Range(0, Rows * Columns));
    }

    [Fact]
    public async Task Stores_the_sizes_of_filtered_chunks_where_they_take_another_byte()
    {
        int[] sizes = [1, 127, 128, 255, 256, 257, 32_768, 65_535, 65_536, 65_537, (1 << 24) - 1, 1 << 24];
        var filters = Hdf5Filters.Compressed() with { Fletcher32 = true };
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var size in sizes)
            {
                var noise = new byte[2 * size];     // which grows as it is compressed
                new Random(size).NextBytes(noise);
                file.Root.CreateDataset<byte>($"{size}/plain", noise);
                file.Root.CreateDataset<byte>($"{size}/single", noise, null, new() { Chunk = [2 * size], Filters = filters });
                file.Root.CreateDataset<byte>($"{size}/fixed", noise, null, new() { Chunk = [size], Filters = filters });
                file.Root.CreateDataset<byte>($"{size}/growing", noise, Hdf5Shape.Extensible([2 * size], [U]), new() { Chunk = [size], Filters = filters });
                file.Root.CreateDataset<byte>($"{size}/tree", noise, Hdf5Shape.Extensible([1, 2 * size], [U, U]), new() { Chunk = [1, size], Filters = filters });
            }
        }

        var wrong = await H5py.Read(FileName, "result = [f'{s} {n}' for s, g in f.items() for n in g if not (g[n][()].ravel() == g['plain'][:]).all()]");
        wrong.GetArrayLength().Should().Be(0);
    }

    private async Task ShouldCount(string name, int count)
    {
        var seen = await H5py.Read(FileName, $"d = f['{name}']\na = d[()].ravel()\nresult = [len(a), int((a != np.arange(len(a))).sum()), d.id.get_num_chunks()]");
        seen.Longs().Should().Equal(count, 0, count);
    }
}
