using System.Globalization;
using LabTest.Hdf5.Tests.Support;
using LabTest.Testing.Foreign;

namespace LabTest.Hdf5.Tests;

/// <summary>Disks of one mebibyte and a little more, which need the right to mount them.</summary>
public sealed class DiskFullTests : Hdf5Test
{
    [Theory, InlineData(1, 0), InlineData(2, 0), InlineData(1, 100), InlineData(3, 100), InlineData(1, 3000), InlineData(5, 3000)]
    public async Task Says_once_that_the_disk_is_full_and_stays_at_the_last_checkpoint(int perCheckpoint, int leftOver)
    {
        await using var disk = await SmallDisk.Mount(this["disk"], (1 << 20) + leftOver * 10);
        var path = Path.Combine(disk.Path, "a.h5");
        var filler = Path.Combine(disk.Path, "filler");
        await File.WriteAllBytesAsync(filler, new byte[leftOver * 4], TestContext.Current.CancellationToken);
        var (kept, written) = (0, 0);
        var file = Hdf5File.Create(path);
        try
        {
            var plain = file.Root.CreateDataset<long>("plain", Hdf5Shape.Rows(), new() { Chunk = [1000] });
            var filtered = file.Root.CreateDataset<long>("filtered", Hdf5Shape.Rows(), new() { Chunk = [1000], Filters = Hdf5Filters.Compressed() });
            var text = file.Root.CreateDataset<string>("text", Hdf5Shape.Rows());
            var full = file.Invoking(f =>
            {
                for (; ; written++)
                {
                    plain.Append([.. Enumerable.Range(written * 100, 100).Select(i => (long)i)]);
                    filtered.Append([.. Enumerable.Range(written * 100, 100).Select(i => (long)i)]);
                    text.Append($"row {written}");
                    f.Root.GetOrCreateGroup(string.Create(CultureInfo.InvariantCulture, $"group {written % 50}")).Attributes.Set("rows", written);
                    if (written % perCheckpoint != 0)
                        continue;
                    f.Checkpoint();
                    kept = written + 1;
                }
            }).Should().Throw<Hdf5WriteException>().WithMessage($"{path}*OpenAppend*").Which;
            full.FileName.Should().Be(path);
            kept.Should().BeGreaterThan(0);
            plain.Invoking(p => p.Append(1)).Should().Throw<Hdf5WriteException>();
            file.Invoking(f => f.Checkpoint()).Should().Throw<Hdf5WriteException>();
            file.Invoking(f => f.Root.CreateGroup("more")).Should().Throw<Hdf5WriteException>();
        }
        finally
        {
            file.Dispose();
        }

        await Look(path, kept);
        File.Delete(filler);
        await disk.Grow();
        using (var again = Hdf5File.OpenAppend(path))
            again.Root.Dataset<long>("plain").Append([.. Enumerable.Range((int)again.Root.Dataset("plain").Shape.Count, 500).Select(i => (long)i)]);
        await Look(path, kept);
    }

    private async Task Look(string path, int kept)
    {
        foreach (var swmr in new[] { "False", "True" })
        {
            var seen = await H5py.Run(path, $"""
                with h5py.File(path, 'r', swmr={swmr}) as f:
                    p, z, t = f['plain'][:], f['filtered'][:], f['text'].asstr()[:]
                    result = [len(p), len(z), len(t), bool((p == np.arange(len(p))).all()), bool((z == np.arange(len(z))).all()), all(v == f'row {'{'}i{'}'}' for i, v in enumerate(t)),
                              min(f[f'group {'{'}i{'}'}'].attrs['rows'] for i in range(min(50, {kept})))]
                """);
            foreach (var (i, perRow) in new[] { (0, 100), (1, 100), (2, 1) })
                seen[i].GetInt32().Should().BeGreaterThanOrEqualTo(kept * perRow, $"[{i}]");
            foreach (var i in new[] { 3, 4, 5 })
                seen[i].GetBoolean().Should().BeTrue($"[{i}]");
            seen[6].GetInt32().Should().BeGreaterThanOrEqualTo(Math.Max(0, kept - 50));
        }

        await ForeignTool.H5dump.Run(path);
    }
}
