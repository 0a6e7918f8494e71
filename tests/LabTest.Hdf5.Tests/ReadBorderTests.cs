using LabTest.Hdf5.Tests.Support;

namespace LabTest.Hdf5.Tests;

/// <summary>Structures that change their form with size or count, written by h5py across the borders and read value by value.</summary>
public sealed class ReadBorderTests : Hdf5Test
{
    [Theory, InlineData("earliest"), InlineData("latest")]
    public async Task Reads_chunk_indexes_of_every_form(string version)
    {
        await H5py.Run(FileName, $"""
            with h5py.File(path, 'w', libver='{version}') as f:
                for filtered in (False, True):
                    g = f.create_group('filtered' if filtered else 'plain')
                    for n in (1024, 1025, 8193):
                        g.create_dataset(f'fixed {'{'}n{'}'}', data=np.arange(n), chunks=(1,), fletcher32=filtered)
                    g.create_dataset('growing', data=np.arange(140_000), chunks=(1,), maxshape=(None,), fletcher32=filtered)
                    g.create_dataset('second', data=np.arange(40_000).reshape(2, 20_000), chunks=(1, 1), maxshape=(2, None), fletcher32=filtered)
                    g.create_dataset('tree', data=np.arange(40_000).reshape(200, 200), chunks=(1, 1), maxshape=(None, None), fletcher32=filtered)
                    g.create_dataset('cube', data=np.arange(8000).reshape(20, 20, 20), chunks=(1, 1, 1), maxshape=(None,) * 3, fletcher32=filtered)
                    d = g.create_dataset('backwards', (100, 100), 'i8', chunks=(1, 1), maxshape=(None, None), fletcher32=filtered)
                    for row in range(99, -1, -1):
                        d[row] = np.arange(row * 100, row * 100 + 100)
                    d = g.create_dataset('smaller', data=np.arange(20_000).reshape(200, 100), chunks=(1, 1), maxshape=(None, None), fletcher32=filtered)
                    d.resize((33, 100))
                    d.resize((150, 100))
                    d[33:] = np.arange(3300, 15_000).reshape(117, 100)
                    d = g.create_dataset('shorter', data=np.arange(20_000), chunks=(1,), maxshape=(None,), fletcher32=filtered)
                    d.resize((1234,))
            """);

        using var file = Hdf5File.OpenRead(FileName);
        foreach (var group in new[] { "plain", "filtered" })
        {
            foreach (var link in file.Root.Group(group).Links)
            {
                var numbers = file.Root.Group(group).Dataset<long>(link.Name).ReadAll();
                numbers.Should().NotBeEmpty();
                Enumerable.Range(0, numbers.Length).Where(i => numbers[i] != i).Should().BeEmpty($"of {group} {link.Name}");
            }
        }
    }

    [Theory, InlineData("earliest", false), InlineData("latest", false), InlineData("latest", true)]
    public async Task Finds_single_chunks_far_apart(string version, bool filtered)
    {
        long[] places = [3, 1023, 1024, 8191, 131_059, 131_060, 524_276, 1_000_000, 7_777_777];
        var list = string.Join(", ", places);
        await H5py.Run(FileName, $"""
            with h5py.File(path, 'w', libver='{version}') as f:
                for name, most in (('fixed', (8_000_000,)), ('growing', (None,)), ('tree', (None, None))):
                    d = f.create_dataset(name, (8_000_000, 1)[:len(most)], 'i8', chunks=(1, 1)[:len(most)], maxshape=most, fillvalue=-1, fletcher32={(filtered ? "True" : "False")})
                    for p in ({list}):
                        d[p] = p
            """);

        using var file = Hdf5File.OpenRead(FileName);
        foreach (var name in new[] { "fixed", "growing", "tree" })
        {
            var dataset = file.Root.Dataset<long>(name);
            foreach (var place in places)
            {
                var read = new long[2];
                dataset.ReadRows(read, place);
                read.Should().Equal([place, places.Contains(place + 1) ? place + 1 : -1], $"of {name}");
            }
        }
    }

    [Theory, InlineData("earliest"), InlineData("v108"), InlineData("latest")]
    public async Task Reads_groups_and_attributes_of_every_size(string version)
    {
        int[] counts = [8, 9, 60, 700, 20_000];
        await H5py.Run(FileName, $"""
            with h5py.File(path, 'w', libver='{version}') as f:
                for n in ({string.Join(", ", counts)}):
                    g = f.create_group(str(n))
                    for i in range(n):
                        g[f'n {'{'}i{'}'}'] = h5py.SoftLink('/')
                    if n < 1000:
                        for i in range(n):
                            g.attrs[f'a {'{'}i{'}'}'] = i
                g = f.create_group('taken out')
                for i in range(3000):
                    g[f'n {'{'}i{'}'}'] = h5py.SoftLink('/')
                for i in range(100, 3000):
                    del g[f'n {'{'}i{'}'}']
                if '{version}' != 'earliest':
                    g = f.create_group('large', track_order=True)
                    for n in (1, 255, 256, 4000, 4080, 4090, 4096, 4100, 65_535, 65_536, 70_000):
                        g['x' * n] = h5py.SoftLink('/')
                    for i in range(300):
                        g.attrs.create(f'{'{'}i{'}'}', np.arange(i, i + 2000), dtype='i4')
            """);

        using var file = Hdf5File.OpenRead(FileName);
        foreach (var count in counts)
        {
            var group = file.Root.Group($"{count}");
            group.Links.Select(l => l.Name).Order(StringComparer.Ordinal).Should().Equal(Enumerable.Range(0, count).Select(i => $"n {i}").Order(StringComparer.Ordinal));
            group.TryGet($"n {count - 1}", out _).Should().BeTrue();
            group.TryGet($"n {count}", out _).Should().BeFalse();
            if (count < 1000)
                Enumerable.Range(0, count).Where(i => group.Attributes.Get<int>($"a {i}") != i).Should().BeEmpty();
        }

        file.Root.Group("taken out").Links.Should().HaveCount(100);
        if (version == "earliest")
            return;
        var large = file.Root.Group("large");
        large.Links.Select(l => l.Name.Length).Order().Should().Equal(1, 255, 256, 4000, 4080, 4090, 4096, 4100, 65_535, 65_536, 70_000);
        large.TryGet(new string('x', 65_536), out _).Should().BeTrue();
        for (var i = 0; i < 300; i++)
            large.Attributes.GetArray<int>($"{i}").Should().Equal(Enumerable.Range(i, 2000));
    }

    [Theory, InlineData("earliest"), InlineData("latest")]
    public async Task Reads_as_many_and_as_long_texts_as_h5py_writes(string version)
    {
        await H5py.Run(FileName, $"""
            with h5py.File(path, 'w', libver='{version}') as f:
                many, long = [f'text {'{'}i{'}'}' for i in range(100_000)], ['a' * i for i in range(5000)] + ['a' * 10_000_000]
                f.create_dataset('many', (len(many),), h5py.string_dtype())
                f.create_dataset('long', (len(long),), h5py.string_dtype())
                f.flush()       # HDF5 1.10.8 loses a dataset that gets its place only after so many texts
                f['many'][...] = many
                f['long'][...] = long
            """);

        using var file = Hdf5File.OpenRead(FileName);
        var many = file.Root.Dataset<string>("many").ReadAll();
        many.Should().HaveCount(100_000);
        Enumerable.Range(0, many.Length).Where(i => many[i] != $"text {i}").Should().BeEmpty();
        file.Root.Dataset<string>("long").ReadAll().Should().Equal(Enumerable.Range(0, 5000).Append(10_000_000).Select(i => new string('a', i)));
    }
}
