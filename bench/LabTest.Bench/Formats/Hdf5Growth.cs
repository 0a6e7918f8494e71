using System.Diagnostics;
using LabTest.Hdf5;

namespace LabTest.Bench.Formats;

/// <summary>
/// One dataset that grows to ten million chunks, a checkpoint every ten thousand (some 10 ms): how fast its first million chunks were appended, and
/// how fast the last. The file is in memory where there is such a file system, so that the disk's moods do not show.
/// </summary>
internal sealed class Hdf5Growth
{
    private const string InMemory = "/dev/shm";
    private const int Chunks = 10_000_000;
    private const int Slice = 100_000;
    private const int PerCheckpoint = 10_000;

    private readonly List<double> _rates = [];
    private int _first;
    private int _last;

    /// <summary>Chunks a second in a slice of the first million, another one each time.</summary>
    public double First() => Rates()[1 + _first++ % 9];

    /// <summary>Chunks a second in a slice of the last million, another one each time.</summary>
    public double Last() => Rates()[^(1 + _last++ % 9)];

    private List<double> Rates()
    {
        if (_rates.Count > 0)
            return _rates;

        var path = Path.Combine(Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"labtest-{Guid.NewGuid():N}.h5");
        GC.Collect();
        long before = Environment.WorkingSet, most = before, heap = 0;
        using (var file = Hdf5File.Create(path))
        {
            var dataset = file.Root.CreateDataset<long>("x", Hdf5Shape.Rows(), new() { Chunk = [2] });
            for (var at = 0; at < Chunks; at += Slice)
            {
                var watch = Stopwatch.StartNew();
                for (long i = at; i < at + Slice; i++)
                {
                    dataset.Append(2 * i, 2 * i + 1);
                    if (i % PerCheckpoint == 0)
                        file.Checkpoint();
                }

                _rates.Add(Slice / watch.Elapsed.TotalSeconds);
                most = Math.Max(most, Environment.WorkingSet);
                heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        Console.WriteLine($"hdf5 growth to {Chunks:N0} chunks: working set {before >> 20} MiB before, {most >> 20} MiB at most; managed heap {heap >> 20} MiB at most; file {new FileInfo(path).Length >> 20} MiB");
        Console.WriteLine($"chunks/s by the million: {string.Join(", ", _rates.Chunk(1_000_000 / Slice).Select(c => $"{c.Average():N0}"))}");
        File.Delete(path);
        return _rates;
    }
}
