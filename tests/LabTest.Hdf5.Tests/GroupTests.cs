using LabTest.Hdf5.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

public sealed class GroupTests : Hdf5Test
{
    [Theory, InlineData(3), InlineData(8), InlineData(9), InlineData(100), InlineData(30_000)]
    public async Task Holds_any_number_of_links(int count)
    {
        using (var file = Hdf5File.Create(FileName))
        {
            var group = file.Root.CreateGroup("many");
            for (var i = 0; i < count; i++)
            {
                if (i % 10 == 0)
                    group.CreateScalar($"n {i}", i);
                else
                    group.CreateGroup($"n {i}");
                if (i % Math.Max(1, count / 20) == 0)
                    file.Checkpoint();
            }

            group.Links.Should().HaveCount(count);
            group.Dataset<int>("n 0").ReadScalar().Should().Be(0);
        }

        var seen = await H5py.Read(FileName, $"""
            g = f['many']
            result = [len(g), sorted(g) == sorted(f'n {'{'}i{'}'}' for i in range({count})), all(g[f'n {'{'}i{'}'}'][()] == i for i in range(0, {count}, 10))]
            """);
        seen[0].GetInt32().Should().Be(count);
        seen[1].GetBoolean().Should().BeTrue();
        seen[2].GetBoolean().Should().BeTrue();
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Group("many").Links.Should().HaveCount(count);
        again.Root.Dataset<int>($"many/n {(count - 1) / 10 * 10}").ReadScalar().Should().Be((count - 1) / 10 * 10);
    }

    [Theory, InlineData(8), InlineData(9), InlineData(2000)]
    public async Task Holds_any_number_of_attributes(int count)
    {
        using (var file = Hdf5File.Create(FileName))
        {
            var group = file.Root.CreateGroup("g");
            for (var i = 0; i < count; i++)
            {
                group.Attributes.Set($"a{i}", $"value {i}");
                if (i % Math.Max(1, count / 10) == 0)
                    file.Checkpoint();
            }

            group.Attributes.Set("a1", 42);
            group.Attributes.Should().HaveCount(count);
        }

        var seen = await H5py.Read(FileName, $"a = f['g'].attrs\nresult = [len(a), int(a['a1']), all(a[f'a{'{'}i{'}'}'] == f'value {'{'}i{'}'}' for i in range({count}) if i != 1)]");
        seen[0].GetInt32().Should().Be(count);
        seen[1].GetInt32().Should().Be(42);
        seen[2].GetBoolean().Should().BeTrue();
        await ForeignTool.H5dump.Run("-A", FileName);
    }

    [Fact]
    public async Task Holds_attributes_larger_than_a_header_message()
    {
        var large = Enumerable.Range(0, 20_000).Select(i => i * 0.25).ToArray();
        using (var file = Hdf5File.Create(FileName))
        {
            file.Root.Attributes.Set("small", 1);
            file.Root.Attributes.Set("large", large);
            file.Root.Attributes.Set("middle", large[..500]);
            file.Checkpoint();
            file.Root.Attributes.Set("large", large[..15_000]);
        }

        var seen = await H5py.Read(FileName, "result = [f.attrs['large'], f.attrs['middle'], int(f.attrs['small'])]");
        seen[0].Doubles().Should().Equal(large[..15_000]);
        seen[1].Doubles().Should().Equal(large[..500]);
        seen[2].GetInt32().Should().Be(1);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Attributes.GetArray<double>("large").Should().Equal(large[..15_000]);
    }

    [Fact]
    public async Task Nests_groups_deeply_with_long_names()
    {
        const int Depth = 200;
        using (var file = Hdf5File.Create(FileName))
        {
            var group = file.Root;
            for (var i = 0; i < Depth; i++)
                group = group.CreateGroup(new string((char)('a' + i % 26), 300));
            group.CreateDataset("x", [1, 2, 3]);
        }

        var seen = await H5py.Read(FileName, $"""
            g = f
            depth = 0
            while 'x' not in g:
                g = g[list(g)[0]]
                depth += 1
            result = [depth, g['x'][:]]
            """);
        seen[0].GetInt32().Should().Be(Depth);
        seen[1].Longs().Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Links_softly_hard_and_to_other_files()
    {
        using (var other = Hdf5File.Create(this["other.h5"]))
            other.Root.CreateScalar("deep/x", 7);
        using (var file = Hdf5File.Create(FileName))
        {
            var x = file.Root.CreateDataset("g/x", [1.0, 2.0]);
            file.Root.LinkSoft("soft", "/g/x");
            file.Root.LinkSoft("g/relative", "x");
            file.Root.LinkSoft("dangling", "/nothing");
            file.Root.LinkHard("hard", x);
            file.Root.LinkExternal("outside", "other.h5", "/deep/x");
            file.Root.Dataset<double>("g/relative").ReadAll().Should().Equal(1, 2);
            file.Root.TryGet("dangling", out _).Should().BeFalse();
        }

        var seen = await H5py.Read(FileName, """
            result = [f['soft'][:], f['g/relative'][:], f['hard'] == f['g/x'], int(f['outside'][()]), f.get('dangling', getlink=True).path,
                      h5py.h5o.get_info(f['hard'].id).rc]
            """);
        seen[0].Doubles().Should().Equal(1, 2);
        seen[1].Doubles().Should().Equal(1, 2);
        seen[2].GetBoolean().Should().BeTrue();
        seen[3].GetInt32().Should().Be(7);
        seen[4].GetString().Should().Be("/nothing");
        seen[5].GetInt32().Should().Be(2);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset<int>("outside").ReadScalar().Should().Be(7);
        again.Root.Links.Should().Contain(new Hdf5Link("outside", Hdf5LinkKind.External, "/deep/x", "other.h5"));
    }

    [Fact]
    public async Task Takes_links_from_h5py_afterwards()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            for (var i = 0; i < 50; i++)
                file.Root.CreateGroup($"mine {i}");
            for (var i = 0; i < 20; i++)
                file.Root.Attributes.Set($"a{i}", i);
        }

        await H5py.Run(FileName, """
            with h5py.File(path, 'r+', libver='latest') as f:
                for i in range(200):
                    f.create_group(f'theirs {i}')
                    f.attrs[f'b{i}'] = i
                del f['mine 3']
            """);
        (await H5py.Read(FileName, "result = [len(f), len(f.attrs)]")).Longs().Should().Equal(249, 220);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Links.Should().HaveCount(249);
        again.Root.Attributes.Should().HaveCount(220);
        again.Root.Attributes.Get<int>("b199").Should().Be(199);
    }
}
