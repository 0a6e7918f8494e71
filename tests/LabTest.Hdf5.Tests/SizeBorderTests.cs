using System.Globalization;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing;

namespace LabTest.Hdf5.Tests;

/// <summary>Headers, heaps and descriptions change their form with the sizes of what they hold: written at and across the borders, and read value by value by h5py.</summary>
[Trait("Soak", "hdf5")]
public sealed class SizeBorderTests : Hdf5Test
{
    private const long U = Hdf5Shape.Unlimited;

    [Fact]
    public async Task Describes_elements_and_chunks_where_their_sizes_take_another_byte()
    {
        int[] sizes = [254, 255, 256, 257, 65_534, 65_535, 65_536, 65_537];
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var size in sizes)
            {
                file.Root.CreateDataset($"{size}/text", [new string('z', size), "b"], null, new() { Chunk = [1], Type = Hdf5Type.FixedText(size) });
                var compound = new Hdf5CompoundType(size, [new Hdf5Member("First", 0, Hdf5Type.Integer(4)), new Hdf5Member("Last", size - 4, Hdf5Type.Integer(4))]);
                file.Root.CreateDataset<Ends>($"{size}/compound", [new(1, 2), new(3, 4)], null, new() { Type = compound });
                file.Root.CreateDataset($"{size}/chunk", Numbers(3 * size, 0), Hdf5Shape.Fixed(3, size), new() { Chunk = [2, size] });
            }
        }

        var wrong = await H5py.Read(FileName, """
            result = []
            for s, g in f.items():
                n, c = int(s), g['compound']
                if g['text'][:].tolist() != [b'z' * n, b'b'] or c.dtype.itemsize != n or c[:].tolist() != [(1, 2), (3, 4)] or not (g['chunk'][:].ravel() == np.arange(3 * n).astype('u1')).all():
                    result.append(n)
            """);
        wrong.GetArrayLength().Should().Be(0);
        using var again = Hdf5File.OpenRead(FileName);
        foreach (var size in sizes)
            again.Root.Dataset<Ends>($"{size}/compound").ReadAll().Should().Equal(new Ends(1, 2), new Ends(3, 4));
    }

    private readonly record struct Ends(int First, int Last);

    // Up to 960 bytes an object lies in the blocks of a heap, beyond on its own; a message of a header has at most 65,535 bytes.
    [Fact]
    public async Task Holds_attributes_of_every_size_around_the_borders_of_headers_and_heaps()
    {
        int[] sizes = [.. Enumerable.Range(900, 70), 4095, 4096, 4097, .. Enumerable.Range(65_480, 60), 1_000_000];
        const int Huge = 700;
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var size in sizes)
            {
                file.Root.CreateGroup($"alone/{size}").Attributes.Set("a", Numbers(size, size));
                file.Root.GetOrCreateGroup("together").Attributes.Set($"{size}", Numbers(size, size));
            }

            for (var i = 0; i < 8; i++)
            {
                file.Root.GetOrCreateGroup("compact").Attributes.Set($"{i}", Numbers(65_000, i));
                file.Checkpoint();
            }

            for (var i = 0; i < Huge; i++)
            {
                file.Root.GetOrCreateGroup("huge").Attributes.Set($"{i}", Numbers(1500, i));
                if (i % 97 == 0)
                    file.Checkpoint();
            }

            foreach (var length in NameLengths.Where(n => n < 65_535))
                file.Root.GetOrCreateGroup("names").Attributes.Set(new string('x', length), length);
        }

        var wrong = await H5py.Read(FileName, """
            same = lambda a, n, first: a.dtype == 'u1' and len(a) == n and (a == np.arange(first, first + n).astype('u1')).all()
            result = [n for n, g in f['alone'].items() if not same(g.attrs['a'], int(n), int(n))]
            result += [n for n, a in f['together'].attrs.items() if not same(a, int(n), int(n))]
            result += [n for n, a in f['compact'].attrs.items() if not same(a, 65000, int(n))]
            result += [n for n, a in f['huge'].attrs.items() if not same(a, 1500, int(n))]
            result += [n for n, a in f['names'].attrs.items() if len(n) != int(a)]
            result = [result, [len(f['together'].attrs), len(f['huge'].attrs), len(f['names'].attrs)]]
            """);
        wrong[0].GetArrayLength().Should().Be(0);
        wrong[1].Longs().Should().Equal(sizes.Length, Huge, NameLengths.Count(n => n < 65_535));
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Group("together").Attributes.Should().OnlyContain(a => a.ReadArray<byte>().Length.ToString(CultureInfo.InvariantCulture) == a.Name);
        again.Root.Group("huge").Attributes.GetArray<byte>("699").Should().Equal(Numbers(1500, 699));
    }

    private static int[] NameLengths => [1, 255, 256, .. Enumerable.Range(925, 45), 5000, 65_534, 65_535, 65_536, 70_000];

    [Fact]
    public async Task Holds_links_with_names_of_every_length_around_the_borders_of_headers_and_heaps()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            foreach (var length in NameLengths)
            {
                file.Root.GetOrCreateGroup("together").LinkSoft(new string('x', length), $"/{length}");
                file.Root.CreateGroup($"alone/{length}").LinkSoft(new string('x', length), $"/{length}");
            }
        }

        var seen = await H5py.Read(FileName, """
            groups = [f['together'], *f['alone'].values()]
            result = [len(f['together']), [n for g in groups for n in g if g.get(n, getlink=True).path != f'/{len(n)}' or n.strip('x')], [len(g) for g in groups[1:]]]
            """);
        seen[0].GetInt32().Should().Be(NameLengths.Length);
        seen[1].GetArrayLength().Should().Be(0);
        seen[2].Longs().Should().AllBeEquivalentTo(1);
    }

    // A collection of a global heap takes a page; what does not fit beside its header and that of the object gets one of its own.
    [Fact]
    public async Task Holds_texts_of_every_length_around_the_size_of_a_collection()
    {
        string[] texts = [.. Enumerable.Range(0, 40).Concat(Enumerable.Range(4040, 80)).Concat([65_535, 65_536, 33 << 20]).Select(n => new string('a', n))];
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.CreateDataset("texts", texts);
            file.Root.CreateDataset("many", Enumerable.Range(0, 70_000).Select(i => $"text {i}").ToArray());
        }

        var seen = await H5py.Read(FileName, "result = [[len(t) for t in f['texts'][:]], all(t.strip(b'a') == b'' for t in f['texts'][:]), [i for i, t in enumerate(f['many'].asstr()[:]) if t != f'text {i}']]");
        seen[0].Longs().Should().Equal(texts.Select(t => (long)t.Length));
        seen[1].GetBoolean().Should().BeTrue();
        seen[2].GetArrayLength().Should().Be(0);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<string>("texts").ReadAll().Select(t => t.Length).Should().Equal(texts.Select(t => t.Length));
        again.Root.Dataset<string>("many").ReadAll()[^1].Should().Be("text 69999");
    }

    [Fact]
    public async Task Counts_as_many_hard_links_and_dimensions_as_there_can_be()
    {
        const int Count = 66_000;
        long[] extents = [.. Enumerable.Repeat(1L, 28), 2, 2, 2, 2];
        using (var file = Hdf5File.Create(FileName))
        {
            var dataset = file.Root.CreateDataset("x", Numbers(16, 0), Hdf5Shape.Fixed(extents), new() { Chunk = [.. extents.Select(_ => 1)] });
            file.Root.CreateDataset("tree", Numbers(16, 0), Hdf5Shape.Extensible(extents, [.. extents.Select(_ => U)]), new() { Chunk = [.. extents.Select(_ => 1)] });
            for (var i = 0; i < Count; i++)
                file.Root.LinkHard($"links/{i}", dataset);
        }

        var seen = await H5py.Read(FileName, "result = [h5py.h5o.get_info(f['x'].id).rc, f['links/65999'] == f['x'], f['x'][()].ravel(), f['tree'][()].ravel(), len(f['tree'].shape)]");
        seen[0].GetInt32().Should().Be(Count + 1);
        seen[1].GetBoolean().Should().BeTrue();
        seen[2].Longs().Should().Equal(Enumerable.Range(0, 16).Select(i => (long)i));
        seen[3].Longs().Should().Equal(Enumerable.Range(0, 16).Select(i => (long)i));
        seen[4].GetInt32().Should().Be(32);
    }

    // With the full counts every kind of structure lies beyond 4 GiB.
    [Fact]
    public async Task Points_to_structures_far_behind_in_a_large_file()
    {
        var length = ((long)Effort.Count(run: 0, soak: 5) << 30) + (1 << 20);
        long[] places = [.. Enumerable.Range(0, 1 + (int)(length >> 30)).Select(g => ((long)g << 30) + 17), length - 1];
        using (var file = Hdf5File.Create(FileName))
        {
            var early = file.Root.CreateDataset<int>("early", Hdf5Shape.Rows(), new() { Chunk = [16] });
            early.Append(Enumerable.Range(0, 100).ToArray());
            var group = file.Root.CreateGroup("group");
            group.LinkSoft("0", "/");
            file.Checkpoint();
            var large = file.Root.CreateDataset<byte>("large", Hdf5Shape.Fixed(length));
            foreach (var place in places)
                large.Write([7], [place], [1]);
            file.Checkpoint();

            early.Append(Enumerable.Range(100, 29_900).ToArray());
            foreach (var filters in new[] { Hdf5Filters.None, new Hdf5Filters { Fletcher32 = true } })
            {
                file.Root.CreateDataset($"{filters.Fletcher32}/fixed", Enumerable.Range(0, 2000).ToArray(), null, new() { Chunk = [1], Filters = filters });
                file.Root.CreateDataset($"{filters.Fletcher32}/growing", Enumerable.Range(0, 2000).ToArray(), Hdf5Shape.Extensible([2000], [U]), new() { Chunk = [1], Filters = filters });
                file.Root.CreateDataset($"{filters.Fletcher32}/tree", Enumerable.Range(0, 2000).ToArray(), Hdf5Shape.Extensible([1, 2000], [U, U]), new() { Chunk = [1, 1], Filters = filters });
            }

            for (var i = 1; i < 1000; i++)
                group.LinkSoft($"{i}", "/");
            for (var i = 0; i < 1000; i++)
                group.Attributes.Set($"{i}", $"{i}");
            group.Attributes.Set("large", Numbers(100_000, 0));
        }

        var seen = await H5py.Read(FileName, $"""
            l, g = f['large'], f['group']
            wrong = [n for b in ('True', 'False') for n, d in f[b].items() if not (d[()].ravel() == np.arange(2000)).all()]
            result = [[int(l[p]) for p in ({string.Join(", ", places)})], int(l[-1000000:].astype('i8').sum()), int((f['early'][:] != np.arange(30000)).sum()), wrong,
                      [len(g), len(g.attrs), len(g.attrs['large'])], all(g.attrs[str(i)] == str(i) for i in range(1000))]
            """);
        seen[0].Longs().Should().AllBeEquivalentTo(7);
        seen[1].GetInt32().Should().BeOneOf(7, 14);
        seen[2].GetInt32().Should().Be(0);
        seen[3].GetArrayLength().Should().Be(0);
        seen[4].Longs().Should().Equal(1000, 1001, 100_000);
        seen[5].GetBoolean().Should().BeTrue();
        using var again = Hdf5File.OpenAppend(FileName);
        again.Root.Dataset<int>("early").Append(30_000);
        again.Root.Dataset<int>("early").ReadAll().Should().Equal(Enumerable.Range(0, 30_001));
        foreach (var place in places)
        {
            var read = new byte[1];
            again.Root.Dataset<byte>("large").Read(read, [place], [1]);
            read.Should().Equal(7);
        }
    }

    private static byte[] Numbers(int count, int first) => [.. Enumerable.Range(first, count).Select(i => (byte)i)];
}
