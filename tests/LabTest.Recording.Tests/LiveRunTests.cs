using LabTest.Recording.Journal;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing.Foreign;

namespace LabTest.Recording.Tests;

/// <summary>What others may do with a run while it is being written, and once its process is gone.</summary>
public sealed class LiveRunTests
{
    private const int Patience = 300_000;

    private const string Waveforms = "import sys, h5py; print(len(h5py.File(sys.argv[1], 'r')['waveforms']))";

    [Fact(Timeout = Patience)]
    public async Task A_run_that_is_being_written_is_not_recovered_and_loses_nothing()
    {
        await using var script = await RunningScript.Start();

        var (code, output) = await script.Call("recover");

        code.Should().Be(1);
        output.Should().Contain($"is still being written by process {script.Process} on {Environment.MachineName}");
        var recover = () => RunRecovery.Recover(script.Run);
        recover.Should().Throw<RecordingException>();
        var taken = await script.Kill();
        (code, output) = await script.Call("recover");
        output.Should().NotContain("lost");
        code.Should().Be(0);
        int.Parse(await ForeignTool.H5py.Run(Waveforms, script.Run.Data), System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThanOrEqualTo(taken);
    }

    [Fact(Timeout = Patience)]
    public async Task A_run_is_running_while_its_process_lives_and_killed_when_that_is_gone()
    {
        await using var script = await RunningScript.Start();

        var (_, shown) = await script.Call("show");
        var (_, listed) = await script.Call("runs");
        shown.Should().Contain("Running").And.Contain("running for ").And.Contain("last ").And.NotContain("Aborted");
        listed.Should().Contain("Running").And.NotContain("Aborted").And.NotContain("killed");
        var summary = RunSummary.Read(script.Run);
        (summary.State, summary.Verdict, RunDocument.Of(summary).Cause).Should().Be((RunState.Running, Verdict.Recorded, null));

        await script.Kill();

        (_, shown) = await script.Call("show");
        (_, listed) = await script.Call("runs");
        shown.Should().Contain("Aborted").And.Contain("killed").And.NotContain("Running");
        listed.Should().Contain("Aborted").And.Contain("killed").And.NotContain("Running");
        RunSummary.Read(script.Run).State.Should().Be(RunState.Killed);
    }

    [Fact(Timeout = Patience)]
    public async Task After_a_kill_with_an_output_on_everything_that_shows_the_run_says_so()
    {
        const string Left = "psu: the run ended before it was made safe, and its outputs may be on. Last set: vdd.voltage = 5 V, vdd.output = ";
        await using var script = await RunningScript.Start();
        RunSummary.Read(script.Run).NotMadeSafe.Should().BeEmpty("it is under way");
        await script.Kill();

        (await script.Call("show")).Output.Should().Contain($"not made safe {Left}");
        (await script.Call("runs")).Output.Should().Contain("not made safe");
        (await script.Call("report", "--markdown")).Output.Should().Contain("**Not made safe**").And.Contain(Left);
        NotMadeSafe((await script.Call("show", "--json")).Output).Should().Contain(t => t.StartsWith(Left, StringComparison.Ordinal));
        var (_, recovered) = await script.Call("recover");
        recovered.Should().Contain($"not made safe {Left}");
        NotMadeSafe(await File.ReadAllTextAsync(script.Run.RunJson, TestContext.Current.CancellationToken)).Should().Contain(t => t.StartsWith(Left, StringComparison.Ordinal));
        (await File.ReadAllTextAsync(script.Run.Report, TestContext.Current.CancellationToken)).Should().Contain("The station was never closed").And.Contain(Left);

        static string[] NotMadeSafe(string json) => [.. System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("notMadeSafe").EnumerateArray().Select(e => e.GetString()!)];
    }

    [Fact]
    public async Task Of_a_run_that_was_killed_a_meter_without_a_safe_state_is_not_said_to_be_on()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.voltage", 1.Volts());
        await open.Bench.Set("dmm.range", 10.Volts());

        var left = RunSummary.Read(new JournalReader(open.Run.Journal), open.Run, isRunning: false).NotMadeSafe;

        left.Should().Equal("psu: the run ended before it was made safe, and its outputs may be on. Last set: vdd.voltage = 1 V.");
    }

    [Fact]
    public async Task An_instrument_that_was_made_safe_in_mid_run_and_not_touched_since_is_not_said_to_be_on()
    {
        await using var open = await OpenBench.On();
        await open.Bench.Set("psu.vdd.voltage", 1.Volts());
        var before = RunSummaryOf(open);
        await open.Bench.Do("psu.safe_state");
        var after = RunSummaryOf(open);
        await open.Bench.Set("psu.vdd.voltage", 2.Volts());

        before.Should().Contain(t => t.StartsWith("psu:", StringComparison.Ordinal) && t.Contains("vdd.voltage = 1 V"));
        after.Should().NotContain(t => t.StartsWith("psu:", StringComparison.Ordinal));
        RunSummaryOf(open).Should().Contain(t => t.StartsWith("psu:", StringComparison.Ordinal) && t.Contains("Last set: vdd.voltage = 2 V."));

        static IReadOnlyList<string> RunSummaryOf(OpenBench open) => RunSummary.Read(new JournalReader(open.Run.Journal), open.Run, isRunning: false).NotMadeSafe;
    }

    [Fact(Timeout = Patience)]
    public async Task Readers_are_not_in_the_way_of_a_run_nor_it_in_theirs()
    {
        await using var script = await RunningScript.Start();

        var first = await ForeignTool.H5py.Run(Waveforms, script.Run.Data);
        var lines = JournalReader.Read(script.Run.Journal).Count();
        await using var tail = ForeignProcess.Start("tail", ["-n", "+1", "-f", script.Run.Journal]);
        for (var i = 0; i < lines + 100; i++)
            (await tail.ReadLine(TestContext.Current.CancellationToken)).Should().StartWith("{\"e\":");

        int.Parse(first, System.Globalization.CultureInfo.InvariantCulture).Should().BePositive();
        RunSummary.Read(script.Run).State.Should().Be(RunState.Running);
    }

    [Fact]
    public async Task Two_recoveries_of_one_run_do_not_meet()
    {
        await using var open = await OpenBench.On();
        await open.Close();
        using var first = RunLock.TryTake(open.Run);

        var second = () => RunRecovery.Recover(open.Run);

        second.Should().Throw<RecordingException>().WithMessage("*is still being written by*");
        first!.Dispose();
        RunRecovery.Recover(open.Run).Problems.Should().BeEmpty();
        File.Exists(open.Run.Lock).Should().BeFalse();
    }
}
