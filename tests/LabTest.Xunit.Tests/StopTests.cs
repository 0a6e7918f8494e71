using LabTest.Recording.Journal;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>What is left when a run is stopped in its middle, with the instruments in another process.</summary>
public sealed class StopTests
{
    private const int Patience = 300_000;

    private static readonly string Station = Path.Combine(Repository.Root, "tests", "Subjects", "Outcomes", "station.yaml");

    [Theory(Timeout = Patience)]
    [InlineData("TERM", "SIGTERM")]
    [InlineData("HUP", "SIGHUP")]
    [InlineData("INT", "SIGINT")]
    [InlineData("QUIT", "SIGQUIT")]
    public async Task A_signal_leaves_outputs_off_and_a_record_of_every_measurement(string signal, string cause)
    {
        using var subject = Subject.Outcomes();
        await using var simulator = await Simulator.Start(Station, subject.Folder["sim.yaml"]);
        await using var running = await Start(subject, simulator);
        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("1");

        await running.Signal(signal);
        var taken = await running.Gone();

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        (await running.ExitCode()).Should().NotBe(0);
        (await running.Output()).Should().Contain($"Stopped by {cause}.").And.Contain("Report: ");
        var run = RunSummary.Read(new RunFolder(running.Run));
        (run.Verdict, run.Finished!.Cause).Should().Be((Verdict.Aborted, cause));
        (run.Tests.Single().Verdict, run.Tests.Single().Finished!.Cause).Should().Be((Verdict.Aborted, cause));
        run.Measurements.Should().BeGreaterThanOrEqualTo(taken);
        run.Closed!.Failures.Should().BeEmpty();
        File.Exists(new RunFolder(running.Run).RunJson).Should().BeTrue();
    }

    [Theory(Timeout = Patience)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_test_that_heeds_no_cancellation_keeps_neither_outputs_on_nor_the_run_from_ending(int signals)
    {
        using var subject = Subject.Outcomes();
        await using var simulator = await Simulator.Start(Station, subject.Folder["sim.yaml"]);
        await using var running = await RunningSubject.Start(
            port => subject.Start([("SUBJECT_PORT", port)], "--filter-class", "Outcomes.Stubborn", "--lab-station", simulator.Station), measurements: 1);
        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("1");

        for (var i = 0; i < signals; i++)
            await running.Signal("INT");
        await running.Gone();

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        (await running.ExitCode()).Should().NotBe(0);
        var run = RunSummary.Read(new RunFolder(running.Run));
        (run.Verdict, run.Finished!.Cause).Should().Be((Verdict.Aborted, "SIGINT"));
        (run.Tests.Single().Verdict, run.Tests.Single().Finished!.Cause).Should().Be((Verdict.Aborted, "SIGINT"));
        run.Measurements.Should().Be(1);
        File.Exists(new RunFolder(running.Run).Report).Should().BeTrue();
    }

    [Theory(Timeout = Patience)]
    [InlineData("test", 130)]
    [InlineData("run", 3)]
    public async Task After_Ctrl_C_in_a_terminal_the_last_word_there_is_the_path_of_the_report(string verb, int code)
    {
        await ForeignTool.Python.Require();
        using var subject = Subject.Outcomes();
        await using var simulator = await Simulator.Start(Station, subject.Folder["sim.yaml"]);
        ForeignProcess? terminal = null;
        await using var running = await RunningSubject.Start(port =>
            terminal = subject.StartInTerminal(verb, [("SUBJECT_PORT", port)], "--filter-class", "Outcomes.Stoppable", "--lab-station", simulator.Station));

        await terminal!.Input.WriteAsync('c');
        await terminal.Input.FlushAsync(TestContext.Current.CancellationToken);
        await running.Gone();
        var shown = "";
        while (!shown.Contains("code ", StringComparison.Ordinal) || !shown.Contains(new RunFolder(running.Run).Report, StringComparison.Ordinal))
            shown += await Some(terminal.Output);
        terminal.Input.Close();
        shown = (shown + await running.Output()).Replace("\r", "", StringComparison.Ordinal);

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        shown.Should().Contain($"code {code}\n").And.Contain($"Report: {new RunFolder(running.Run).Report}\n");
        if (verb == "test")
            shown.Should().MatchRegex("(?s)code 130\n.*Aborted: stopped by SIGINT\\.\nReport: ", "the driver of dotnet test leaves at once, and shows nothing of what the run still says");
        var run = RunSummary.Read(new RunFolder(running.Run));
        (run.Verdict, run.Finished!.Cause).Should().Be((Verdict.Aborted, "SIGINT"));
    }

    [Fact(Timeout = Patience)]
    public async Task The_death_of_the_process_that_started_the_run_leaves_outputs_off()
    {
        using var subject = Subject.Outcomes();
        await using var simulator = await Simulator.Start(Station, subject.Folder["sim.yaml"]);
        ForeignProcess? parent = null;
        await using var running = await RunningSubject.Start(port =>
            parent = subject.StartUnderShell([("SUBJECT_PORT", port)], "--filter-class", "Outcomes.Stoppable", "--lab-station", simulator.Station));

        await RunningSubject.Signal("KILL", parent!.Id);
        var taken = await running.Gone();

        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        var run = RunSummary.Read(new RunFolder(running.Run));
        (run.Verdict, run.Finished!.Cause).Should().Be((Verdict.Aborted, "parent process died"));
        run.Measurements.Should().BeGreaterThanOrEqualTo(taken);
    }

    [Fact(Timeout = Patience)]
    public async Task After_SIGKILL_the_journal_holds_every_measurement_and_all_files_are_made_from_it()
    {
        using var subject = Subject.Outcomes();
        await using var simulator = await Simulator.Start(Station, subject.Folder["sim.yaml"]);
        await using var running = await Start(subject, simulator, measurements: 3000);

        await running.Signal("KILL");
        var taken = await running.Gone();

        var folder = new RunFolder(running.Run);
        JournalReader.Read(folder.Journal).OfType<MeasurementTaken>().Count().Should().BeGreaterThanOrEqualTo(taken);
        var before = await ForeignTool.H5py.Run("import sys, h5py; print(len(h5py.File(sys.argv[1], 'r')['measurements/value']))", folder.Data);
        int.Parse(before, System.Globalization.CultureInfo.InvariantCulture).Should().BePositive("data.h5 opens as the killed process left it");

        var recovered = RunRecovery.Recover(folder);

        recovered.Problems.Should().BeEmpty();
        recovered.Summary.Verdict.Should().Be(Verdict.Aborted);
        var after = await ForeignTool.H5py.Run("import sys, h5py; print(len(h5py.File(sys.argv[1], 'r')['measurements/value']))", folder.Data);
        long.Parse(after, System.Globalization.CultureInfo.InvariantCulture).Should().Be(recovered.Summary.Measurements);
    }

    private static Task<RunningSubject> Start(Subject subject, Simulator simulator, int measurements = 20) => RunningSubject.Start(
        port => subject.Start([("SUBJECT_PORT", port)], "--filter-class", "Outcomes.Stoppable", "--lab-station", simulator.Station), measurements);

    private static async Task<string> Some(StreamReader output)
    {
        var text = new char[4096];
        var read = await output.ReadAsync(text, TestContext.Current.CancellationToken);
        return read > 0 ? new string(text, 0, read) : throw new InvalidOperationException("The terminal was closed.");
    }
}
