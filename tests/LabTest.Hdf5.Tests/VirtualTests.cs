using LabTest.Hdf5.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

public sealed class VirtualTests : Hdf5Test
{
    [Fact]
    public async Task Puts_the_datasets_of_several_files_together()
    {
        const int Files = 4, Rows = 10, Columns = 6;
        for (var i = 0; i < Files; i++)
        {
            using var part = Hdf5File.Create(this[$"part{i}.h5"]);
            part.Root.CreateDataset("data/x", Enumerable.Range(i * Rows * Columns, Rows * Columns).ToArray(), Hdf5Shape.Fixed(Rows, Columns));
        }

        using (var file = Hdf5File.Create(FileName))
        {
            var own = file.Root.CreateDataset<int>("own", Hdf5Shape.Rows(Columns), new() { Chunk = [3, Columns] });
            own.Append(Enumerable.Range(0, Rows * Columns).ToArray());
            file.Root.CreateVirtualDataset<int>("stacked", Hdf5Shape.Fixed(Files + 1, Rows, Columns),
            [
                .. Enumerable.Range(0, Files).Select(i => new Hdf5VirtualSource(
                    $"part{i}.h5", "/data/x", Hdf5Hyperslab.All(Rows, Columns), Hdf5Hyperslab.Box([i, 0, 0], [1, Rows, Columns]))),
                new Hdf5VirtualSource("missing.h5", "/x", Hdf5Hyperslab.All(Rows, Columns), Hdf5Hyperslab.Box([Files, 0, 0], [1, Rows, Columns])),
            ], fill: -1);
            file.Root.CreateVirtualDataset<int>("interleaved", Hdf5Shape.Fixed(2 * Rows, Columns),
            [
                new("part0.h5", "/data/x", Hdf5Hyperslab.All(Rows, Columns), Hdf5Hyperslab.Strided([0, 0], [2, 1], [Rows, Columns])),
                new(".", "/own", Hdf5Hyperslab.All(Rows, Columns), Hdf5Hyperslab.Strided([1, 0], [2, 1], [Rows, Columns])),
            ]);
            file.Root.Dataset("stacked").Layout.Should().Be(Hdf5Layout.Virtual);
        }

        var seen = await H5py.Read(FileName, $"""
            s, i = f['stacked'][:], f['interleaved'][:]
            one = np.arange({Rows * Columns}).reshape({Rows}, {Columns})
            result = [bool((s[:{Files}].ravel() == np.arange({Files * Rows * Columns})).all()), bool((s[{Files}] == -1).all()), bool((i[0::2] == one).all()), bool((i[1::2] == one).all()),
                      f['stacked'].is_virtual, len(f['stacked'].virtual_sources()), f['stacked'].virtual_sources()[0].file_name]
            """);
        for (var i = 0; i < 5; i++)
            seen[i].GetBoolean().Should().BeTrue($"[{i}]");
        seen[5].GetInt32().Should().Be(Files + 1);
        seen[6].GetString().Should().Be("part0.h5");
        (await ForeignTool.H5dump.Run("-p", "-H", "-d", "/stacked", FileName)).Should().Contain("VIRTUAL");
        using var again = Hdf5File.OpenRead(FileName);
        var stacked = again.Root.Dataset<int>("stacked").ReadAll();
        stacked[..(Files * Rows * Columns)].Should().Equal(Enumerable.Range(0, Files * Rows * Columns));
        stacked[(Files * Rows * Columns)..].Should().AllBeEquivalentTo(-1);
        var column = new int[2 * Rows];
        again.Root.Dataset<int>("interleaved").Read(column, [0, 2], [2 * Rows, 1]);
        column.Should().Equal(Enumerable.Range(0, 2 * Rows).Select(i => i / 2 * Columns + 2));
    }

    [Theory, InlineData("earliest"), InlineData("latest")]
    public async Task Reads_what_h5py_puts_together(string version)
    {
        await H5py.Run(FileName, $"""
            import os
            folder = os.path.dirname(path)
            layout = h5py.VirtualLayout((3, 100), 'f8')
            for i in range(3):
                with h5py.File(f'{'{'}folder{'}'}/source{'{'}i{'}'}.h5', 'w') as s:
                    s['x'] = np.arange(200) + 1000. * i
                layout[i] = h5py.VirtualSource(f'source{'{'}i{'}'}.h5', 'x', (200,))[::2]
            with h5py.File(path, 'w', libver='{version}') as f:
                f.create_virtual_dataset('x', layout, fillvalue=-5)
            """);
        using var file = Hdf5File.OpenRead(FileName);
        var x = file.Root.Dataset<double>("x");
        x.ReadAll().Should().Equal(Enumerable.Range(0, 300).Select(i => i / 100 * 1000 + i % 100 * 2.0));
        var box = new double[4];
        x.Read(box, [1, 50], [2, 2]);
        box.Should().Equal(1100, 1102, 2100, 2102);
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        using var file = Hdf5File.Create(FileName);
        var source = new Hdf5VirtualSource("a.h5", "/x", Hdf5Hyperslab.All(10), Hdf5Hyperslab.Box([5], [10]));
        file.Root.Invoking(r => r.CreateVirtualDataset<int>("x", Hdf5Shape.Fixed(10), [source])).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*a.h5*");
        file.Root.Invoking(r => r.CreateVirtualDataset<int>("y", Hdf5Shape.Fixed(30), [source with { Source = Hdf5Hyperslab.All(9) }]))
            .Should().Throw<ArgumentException>().WithMessage("*extents*");
    }
}
