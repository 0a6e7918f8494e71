using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>Runs that are stopped or killed at random instants: what was told as measured is in the record, and who can is left with outputs off.</summary>
[Trait("Soak", "stops")]
public sealed class RandomStopTests
{
    private const int MostMeasurements = 400;
    private const int MostMilliseconds = 30;

    private static readonly string[] Signals = ["TERM", "INT", "HUP", "QUIT", "KILL", "KILL", "KILL"];

    [Fact]
    public async Task Leave_outputs_off_and_a_record_that_can_be_recovered()
    {
        var count = Effort.Count(run: 2, soak: 100);
        var killed = 0;
        for (var round = 0; round < count; round++)
        {
            var random = Effort.Random(round);
            var signal = Signals[random.Next(Signals.Length)];
            killed += signal == "KILL" ? 1 : 0;
            await Stop(signal, random.Next(1, MostMeasurements), TimeSpan.FromMilliseconds(random.NextDouble() * MostMilliseconds), $"SIG{signal} in round {round} of {Effort.Again}");
        }

        Effort.Report(count, $"runs stopped at random instants, {killed} of them by SIGKILL");
    }

    private static async Task Stop(string signal, int measurements, TimeSpan later, string because)
    {
        var station = Path.Combine(Repository.Root, "tests", "Subjects", "Outcomes", "station.yaml");
        using var subject = Subject.Outcomes();
        await using var simulator = await Simulator.Start(station, subject.Folder["sim.yaml"]);
        await using var running = await RunningSubject.Start(
            port => subject.Start([("SUBJECT_PORT", port)], "--filter-class", "Outcomes.Stoppable", "--lab-station", simulator.Station), measurements);

        await Task.Delay(later, TimeProvider.System, TestContext.Current.CancellationToken);
        await running.Signal(signal);
        var taken = await running.Gone();

        var folder = new RunFolder(running.Run);
        if (signal == "KILL")
        {
            var recovered = RunRecovery.Recover(folder);
            recovered.Problems.Should().BeEmpty(because);
        }
        else
        {
            (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0", because);
        }

        var run = RunSummary.Read(folder);
        run.Verdict.Should().Be(Verdict.Aborted, because);
        run.Measurements.Should().BeGreaterThanOrEqualTo(Math.Max(taken, measurements), because);
        File.Exists(folder.RunJson).Should().BeTrue(because);
        (await ForeignTool.H5py.Run("import sys, h5py; print(len(h5py.File(sys.argv[1], 'r')['measurements/value']))", folder.Data)).Trim()
            .Should().Be(run.Measurements.ToString(System.Globalization.CultureInfo.InvariantCulture), because);
    }
}
