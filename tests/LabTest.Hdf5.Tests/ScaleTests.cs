using LabTest.Hdf5.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

public sealed class ScaleTests : Hdf5Test
{
    [Fact]
    public async Task Gives_coordinates_to_dimensions_as_h5py_knows_them()
    {
        using (var file = Hdf5File.Create(FileName))
        {
            var time = file.Root.CreateDataset<double>("time", Hdf5Shape.Rows());
            var channel = file.Root.CreateDataset("channel", [1, 2, 3]);
            var name = file.Root.CreateDataset("name", ["a", "b", "c"]);
            var other = file.Root.CreateDataset("other", [7.0]);
            var values = file.Root.CreateDataset<double>("values", Hdf5Shape.Rows(3));
            time.MakeScale("time in seconds");
            values.AttachScale(0, time);
            values.AttachScale(1, channel);
            values.AttachScale(1, name);
            values.AttachScale(1, channel);
            other.AttachScale(0, time);
            values.SetDimensionLabel(1, "channel");
            for (var i = 0; i < 10; i++)
            {
                time.Append(i * 0.1);
                values.Append(i, i, i);
                file.Checkpoint();
            }

            values.Invoking(v => v.AttachScale(2, time)).Should().Throw<ArgumentOutOfRangeException>();
            values.Invoking(v => v.AttachScale(0, values)).Should().Throw<ArgumentException>();
        }

        var seen = await H5py.Read(FileName, """
            d = f['values'].dims
            result = [d[0].keys(), d[1].keys(), d[1].label, d[0][0].name, bool((d[0][0][:] == np.arange(10) * 0.1).all()), bool(h5py.h5ds.is_scale(f['time'].id)),
                      bool(h5py.h5ds.is_attached(f['values'].id, f['name'].id, 1)), h5py.h5ds.get_scale_name(f['time'].id).decode(), len(f['other'].dims[0])]
            """);
        seen[0].Texts().Should().Equal("time in seconds");
        seen[1].Texts().Should().Equal("channel", "name");
        seen[2].GetString().Should().Be("channel");
        seen[3].GetString().Should().Be("/time");
        seen[4].GetBoolean().Should().BeTrue();
        seen[5].GetBoolean().Should().BeTrue();
        seen[6].GetBoolean().Should().BeTrue();
        seen[7].GetString().Should().Be("time in seconds");
        seen[8].GetInt32().Should().Be(1);
        await ForeignTool.H5dump.Run(FileName);
        using var again = Hdf5File.OpenRead(FileName);
        again.Root.Dataset("values").ScalesOf(1).Select(s => s.Attributes.Get<string>("NAME")).Should().Equal("channel", "name");
    }

    [Theory, InlineData("earliest"), InlineData("latest")]
    public async Task Reads_scales_of_h5py(string version)
    {
        await H5py.Run(FileName, $"""
            with h5py.File(path, 'w', libver='{version}') as f:
                f['x'] = np.arange(3.)
                f['y'] = np.zeros(3)
                f['x'].make_scale('position')
                f['y'].dims[0].attach_scale(f['x'])
            """);
        using var file = Hdf5File.OpenRead(FileName);
        file.Root.Dataset("x").IsScale().Should().BeTrue();
        file.Root.Dataset("y").IsScale().Should().BeFalse();
        file.Root.Dataset("y").ScalesOf(0).Should().ContainSingle().Which.As<double>().ReadAll().Should().Equal(0, 1, 2);
    }
}
