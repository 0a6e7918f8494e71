using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing;

namespace LabTest.Recording.Tests;

/// <summary>A bench on a station text, with its run in a folder that goes away with it.</summary>
internal sealed class OpenBench : IAsyncDisposable
{
    public const string Supply = """
        labtest: station/1
        name: bench
        instruments:
          psu: { profile: keysight/edu36311a, channels: { vdd: 1 }, bounds: { vdd: { voltage: [0, 5.5] } } }
          dmm: { profile: keysight/34461a }
        wiring:
          - { from: psu.vdd.voltage_measured, to: dmm.input }
        """;

    private OpenBench(TemporaryFolder folder, Bench bench)
    {
        Folder = folder;
        Bench = bench;
        Run = new RunFolder(bench.RunFolder);
    }

    public TemporaryFolder Folder { get; }

    public Bench Bench { get; }

    public RunFolder Run { get; }

    public JournalEvent[] Journal => [.. JournalReader.Read(Run.Journal)];

    public static async Task<OpenBench> On(string station = Supply)
    {
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["station.yaml"], station);
        return new OpenBench(folder, await Bench.Open(folder["station.yaml"], new BenchOptions { Runs = folder["runs"], Project = "tests" }));
    }

    /// <summary>Closes the bench and gives what the run came to.</summary>
    public async Task<RunSummary> Close()
    {
        await Bench.DisposeAsync();
        return RunSummary.Read(Run);
    }

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        Folder.Dispose();
    }
}
