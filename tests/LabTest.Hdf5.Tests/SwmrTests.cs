using LabTest.Hdf5.Tests.Support;

namespace LabTest.Hdf5.Tests;

public sealed class SwmrTests : Hdf5Test
{
    [Theory, InlineData(1000, false), InlineData(1000, true), InlineData(16, false), InlineData(16, true), InlineData(20_000, true)]
    public async Task Is_followed_by_h5py_in_SWMR_mode(int chunk, bool filtered)
    {
        using var file = Hdf5File.Create(FileName, new Hdf5FileOptions { ReuseDelay = TimeSpan.Zero });
        var options = new Hdf5DatasetOptions<long> { Chunk = [chunk], Filters = filtered ? Hdf5Filters.Compressed() : Hdf5Filters.None };
        var dataset = file.Root.CreateDataset("x", Hdf5Shape.Rows(), options);
        dataset.Append(0);
        file.Checkpoint();
        await H5py.Run(FileName, "keep['f'] = h5py.File(path, 'r', swmr=True)\nkeep['d'] = keep['f']['x']");

        var rows = 1;
        for (var round = 0; round < 60; round++)
        {
            var batch = Enumerable.Range(rows, 1 + round * 37).Select(i => (long)i).ToArray();
            dataset.Append(batch);
            rows += batch.Length;
            file.Checkpoint();

            var seen = await H5py.Run(FileName, "d = keep['d']\nd.refresh()\na = d[:]\nresult = [len(a), bool((a == np.arange(len(a))).all())]");
            seen[0].GetInt32().Should().Be(rows);
            seen[1].GetBoolean().Should().BeTrue();
        }

        await H5py.Run(FileName, "keep['f'].close()\nkeep.clear()");
    }
}
