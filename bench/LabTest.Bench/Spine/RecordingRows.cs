using System.Diagnostics;
using LabTest.Recording;
using LabTest.Recording.Assertions;
using LabTest.Testing;

namespace LabTest.Bench.Spine;

/// <summary>
/// What recording costs. The peers are budgets: 25 µs for a measurement with its journal line, limit and verdict beyond the instrument's
/// answer; 4 s for 100,000 measurements in all files of a run.
/// </summary>
internal sealed class RecordingRows
{
    private const int Measured = 20_000;
    private const int Recorded = 100_000;
    private const double BudgetPerMeasurement = 1 / 25e-6;
    private const double BudgetOfRecording = Recorded / 4.0;
    private const long MostGrowth = 16L << 20;

    private const string Station = """
        labtest: station/1
        name: bench
        simulate: true
        instruments: { dmm: { profile: keysight/34461a } }
        """;

    public IEnumerable<Row> Rows() =>
    [
        new("measure-under-25us", "measurements/s", 1, Measure, static _ => Task.FromResult(BudgetPerMeasurement)),
        new("record-100k-under-4s", "measurements/s", 1, Record, static _ => Task.FromResult(BudgetOfRecording)),
    ];

    // Time for Measure and an assertion, less that for as many bare reads.
    private static async Task<double> Measure(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        await using var bench = await Open(folder, cancellationToken);
        for (var i = 0; i < Measured / 10; i++)
            await bench.Measure("warm", "dmm.reading").Should().BeWithin((-1).Volts(), 1.Volts());

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Measured; i++)
            await bench.Read("dmm.reading");
        var reads = clock.Elapsed;
        clock.Restart();
        for (var i = 0; i < Measured; i++)
            await bench.Measure("rail", "dmm.reading").Should().BeWithin((-1).Volts(), 1.Volts());
        return Measured / (clock.Elapsed - reads).TotalSeconds;
    }

    private static async Task<double> Record(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var clock = Stopwatch.StartNew();
        await using (var bench = await Open(folder, cancellationToken))
        {
            var held = 0L;
            for (var i = 0; i < Recorded; i++)
            {
                bench.Record("rail", new Quantity(3.3 + i * 1e-9, Unit.Parse("V"))).Should().BeWithin(3.25.Volts(), 3.35.Volts());
                if (i == Recorded / 5)
                    held = GC.GetTotalMemory(forceFullCollection: true);
            }

            var growth = GC.GetTotalMemory(forceFullCollection: true) - held;
            if (growth > MostGrowth)
                throw new InvalidOperationException($"Memory grew by {growth >> 20} MiB over {Recorded * 4 / 5} measurements.");
        }

        return Recorded / clock.Elapsed.TotalSeconds;
    }

    private static async Task<LabTest.Recording.Bench> Open(TemporaryFolder folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(folder["station.yaml"], Station, cancellationToken);
        return await LabTest.Recording.Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"] }, cancellationToken);
    }
}
