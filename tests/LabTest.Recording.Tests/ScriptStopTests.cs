using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests;

/// <summary>What is left when a script is stopped in its middle, with the instruments in another process.</summary>
public sealed class ScriptStopTests
{
    private const int Patience = 300_000;

    private static readonly string Script = Path.Combine(Repository.Root, "tests", "LabTest.Recording.Script", "bin", Repository.Configuration, "net10.0", "LabTest.Recording.Script.dll");

    [Fact(Timeout = Patience)]
    public async Task A_program_that_exits_with_its_bench_open_leaves_outputs_off_an_aborted_run_and_a_code_that_is_not_0()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["station.yaml"], OpenBench.Supply, TestContext.Current.CancellationToken);
        await using var simulator = await Simulator.Start(folder["station.yaml"], folder["sim.yaml"]);
        await using var running = await RunningSubject.Start(port => ForeignProcess.Start("dotnet", [Script, simulator.Station, folder["runs"], port, "exits"]), measurements: 1);

        await running.Gone();

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        (await running.ExitCode()).Should().Be(2);
        var run = RunSummary.Read(new RunFolder(running.Run));
        (run.Verdict, run.Finished!.Cause).Should().Be((Verdict.Aborted, "the process ended before the run was over"));
        run.Closed!.Instruments.Should().ContainSingle().Which.Sign.Should().Be("read_back");
    }

    [Fact(Timeout = Patience)]
    public async Task A_program_that_throws_inside_its_await_using_leaves_an_aborted_run_and_a_code_that_is_not_0()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["station.yaml"], OpenBench.Supply, TestContext.Current.CancellationToken);
        await using var simulator = await Simulator.Start(folder["station.yaml"], folder["sim.yaml"]);
        await using var running = await RunningSubject.Start(port => ForeignProcess.Start("dotnet", [Script, simulator.Station, folder["runs"], port, "throws"]), measurements: 1);

        await running.Gone();

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        (await running.ExitCode()).Should().NotBe(0);
        var folderOfRun = new RunFolder(running.Run);
        var run = RunSummary.Read(folderOfRun);
        (run.Verdict, run.Finished!.Cause, run.Finished.IsComplete).Should().Be((Verdict.Aborted, "an exception that nobody caught: in the middle of the script", false));
        run.JournalProblems.Should().BeEmpty();
        (await File.ReadAllTextAsync(folderOfRun.RunJson, TestContext.Current.CancellationToken)).Should().Contain("\"verdict\": \"Aborted\"");
        (await File.ReadAllTextAsync(folderOfRun.Report, TestContext.Current.CancellationToken)).Should().Contain("in the middle of the script");
    }

    [Theory(Timeout = Patience)]
    [InlineData("heeds", "TERM", 1)]
    [InlineData("heeds", "INT", 1)]
    [InlineData("stubborn", "INT", 1)]
    [InlineData("stubborn", "INT", 2)]
    public async Task A_signal_leaves_outputs_off_and_a_record_of_every_measurement(string manner, string signal, int times)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["station.yaml"], OpenBench.Supply, TestContext.Current.CancellationToken);
        await using var simulator = await Simulator.Start(folder["station.yaml"], folder["sim.yaml"]);
        await using var running = await RunningSubject.Start(
            port => ForeignProcess.Start("env", ["--default-signal", "dotnet", Script, simulator.Station, folder["runs"], port, manner]),
            measurements: manner == "heeds" ? 20 : 1);
        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("1");

        for (var i = 0; i < times; i++)
            await running.Signal(signal);
        var taken = await running.Gone();

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        (await running.ExitCode()).Should().NotBe(0);
        var run = RunSummary.Read(new RunFolder(running.Run));
        (run.Verdict, run.Finished!.Cause).Should().Be((Verdict.Aborted, $"SIG{signal}"));
        run.Measurements.Should().BeGreaterThanOrEqualTo(taken);
        run.Closed!.Failures.Should().BeEmpty();
        File.Exists(new RunFolder(running.Run).Report).Should().BeTrue();
    }
}
