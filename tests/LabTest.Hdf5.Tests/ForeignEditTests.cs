using LabTest.Hdf5.Tests.Support;

namespace LabTest.Hdf5.Tests;

/// <summary>What the reference library does to files of this library, and what this library adds to them afterwards.</summary>
public sealed class ForeignEditTests : Hdf5Test
{
    private const long U = Hdf5Shape.Unlimited;

    // The reference library counts on nodes of trees that are not too empty, and crashes where it takes the last record out of one.
    [Theory, InlineData(false), InlineData(true)]
    public async Task Lets_h5py_take_chunks_out_of_a_tree_again(bool filtered)
    {
        const int Rows = 400, Left = 7;
        var filters = new Hdf5Filters { Fletcher32 = filtered };
        using (var file = Hdf5File.Create(FileName))
        {
            var dataset = file.Root.CreateDataset<int>("x", Hdf5Shape.Extensible([0, 30], [U, U]), new() { Chunk = [1, 1], Filters = filters });
            dataset.Append(Enumerable.Range(0, 30 * Rows).ToArray());
        }

        var seen = await H5py.Run(FileName, $"""
            with h5py.File(path, 'r+', libver='latest') as f:
                d = f['x']
                for rows in range({Rows - 1}, {Left - 1}, -1):
                    d.resize((rows, 30))
            with h5py.File(path, 'r') as f:
                d = f['x']
                result = [d.id.get_num_chunks(), bool((d[:] == np.arange(30 * {Left}).reshape({Left}, 30)).all())]
            """);
        seen[0].GetInt32().Should().Be(30 * Left);
        seen[1].GetBoolean().Should().BeTrue();

        using (var file = Hdf5File.OpenAppend(FileName))
            file.Root.Dataset<int>("x").Append(Enumerable.Range(30 * Left, 30 * Rows).ToArray());
        var again = await H5py.Read(FileName, $"result = bool((f['x'][:].ravel() == np.arange(30 * {Left + Rows})).all())");
        again.GetBoolean().Should().BeTrue();
    }

    [Theory, InlineData(0, 100), InlineData(3000, 3001)]
    public async Task Lets_h5py_take_links_and_attributes_out_again(int least, int most)
    {
        using (var file = Hdf5File.Create(FileName))
        {
            for (var count = least; count < most; count++)
                Fill(file.Root.CreateGroup($"{count}"), "", count);
        }

        var seen = await H5py.Run(FileName, """
            with h5py.File(path, 'r+', libver='latest') as f:
                for g in f.values():
                    names = sorted(g)
                    for name in names[5:]:
                        del g[name]
                        del g.attrs[name]
            with h5py.File(path, 'r') as f:
                result = [c for c, g in f.items() for names in [sorted(str(i) for i in range(int(c)))[:5]]
                          if sorted(g) != names or sorted(g.attrs) != names or any(int(g.attrs[n]) != int(n) for n in names)]
            """);
        seen.GetArrayLength().Should().Be(0);

        using (var file = Hdf5File.OpenAppend(FileName))
        {
            for (var count = least; count < most; count++)
            {
                var group = file.Root.Group($"{count}");
                group.Links.Should().HaveCount(Math.Min(5, count));
                Fill(group, "again ", count);
            }
        }

        var again = await H5py.Read(FileName, """
            result = [c for c, g in f.items() for n in [int(c)]
                      if len(g) != n + min(5, n) or len(g.attrs) != len(g) or any(int(g.attrs[f'again {i}']) != i for i in range(n))]
            """);
        again.GetArrayLength().Should().Be(0);
    }

    // The heap of so few is one block, of which its header speaks otherwise than of several.
    [Theory, InlineData(9), InlineData(20), InlineData(60), InlineData(700)]
    public async Task Adds_to_the_links_and_attributes_of_h5py_and_lets_h5py_add_to_them(int count)
    {
        var fill = $"""
            def fill(g, prefix):
                for i in range({count}):
                    g[f'{'{'}prefix{'}'}{'{'}i{'}'}'] = h5py.SoftLink('/')
                    g.attrs[f'{'{'}prefix{'}'}{'{'}i{'}'}'] = i
            """;
        await H5py.Run(FileName, $"{fill}\nwith h5py.File(path, 'w', libver='latest') as f:\n    fill(f.create_group('g'), 'theirs ')");
        for (var round = 0; round < 4; round++)
        {
            using (var file = Hdf5File.OpenAppend(FileName))
                Fill(file.Root.Group("g"), $"ours {round} ", round == 0 ? 1 : count);
            await H5py.Run(FileName, $"{fill}\nwith h5py.File(path, 'r+', libver='latest') as f:\n    fill(f['g'], 'theirs {round} ')");
        }

        var seen = await H5py.Read(FileName, "g = f['g']\nresult = [sorted(g), [k for k in g.attrs if k not in g or int(g.attrs[k]) != int(k.split()[-1])]]");
        seen[0].GetArrayLength().Should().Be(1 + 3 * count + 5 * count);
        seen[1].GetArrayLength().Should().Be(0);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Group("g").Links.Select(l => l.Name).Order(StringComparer.Ordinal).Should().Equal(seen[0].Texts().Order(StringComparer.Ordinal));
        again.Root.Group("g").Attributes.Should().HaveCount(1 + 8 * count);
    }

    private static void Fill(Hdf5Group group, string prefix, int count)
    {
        for (var i = 0; i < count; i++)
        {
            group.LinkSoft($"{prefix}{i}", "/");
            group.Attributes.Set($"{prefix}{i}", i);
        }
    }
}
