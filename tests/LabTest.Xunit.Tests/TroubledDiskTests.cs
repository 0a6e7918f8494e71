using System.Globalization;
using LabTest.Recording.Recovery;
using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>
/// A disk that fills up, a folder that is deleted, handles that run out, in the middle of a run: one clear error, a station that is safe, exit code 2 and the
/// verdict table; never an exception that ends the process.
/// </summary>
public sealed class TroubledDiskTests
{
    private const int Patience = 300_000;

    private static readonly string Station = Path.Combine(Repository.Root, "tests", "Subjects", "Outcomes", "station.yaml");

    [Theory(Timeout = Patience), Trait("Soak", "disk")]
    [MemberData(nameof(Sizes))]
    public async Task A_disk_that_fills_up(int kibibytes)
    {
        await using var disk = await TinyDisk.Mount(kibibytes);
        var (taken, output) = await Run("Stoppable", ["--lab-runs", disk.Path]);

        if (taken == 0)
        {
            // There was no room for the beginning of a run: nothing was done to the station.
            output.Should().Contain("cannot be made").And.Contain("--lab-runs");
            return;
        }

        output.Should().Contain("No space left on device").And.Contain("Goes on until it is stopped").And.Contain("Error");
        var run = new RunFolder(RunsFolder.Runs(disk.Path).Single());
        RunSummary.Read(run).Measurements.Should().BeGreaterThanOrEqualTo(taken);

        // Where there is room again, all files are made.
        using var folder = new TemporaryFolder();
        var moved = new RunFolder(folder["run"]);
        Directory.CreateDirectory(moved.Path);
        File.Copy(run.Journal, moved.Journal);
        if (File.Exists(run.Data))
            File.Copy(run.Data, moved.Data);
        RunRecovery.Recover(moved).Summary.Measurements.Should().BeGreaterThanOrEqualTo(taken);
        File.Exists(moved.Report).Should().BeTrue();
    }

    [Fact(Timeout = Patience)]
    public async Task A_disk_that_cannot_keep_what_it_took()
    {
        await using var disk = await LyingDisk.Mount();
        var (taken, output) = await Run("Stoppable", ["--lab-runs", disk.Path]);

        output.Should().Contain("No space left on device").And.Contain("Goes on until it is stopped").And.Contain("Error");
        var run = RunSummary.Read(new RunFolder(RunsFolder.Runs(disk.Path).Single()));
        run.Measurements.Should().BeGreaterThanOrEqualTo(taken);
        (run.Verdict, run.State).Should().Be((Verdict.Error, RunState.Finished), "the file system took the last line, and it tells of the sync that failed");
    }

    [Fact(Timeout = Patience)]
    public async Task A_runs_folder_that_is_deleted()
    {
        using var runs = new TemporaryFolder();
        var (_, output) = await Run("Stoppable", ["--lab-runs", runs["runs"]], _ => TemporaryFolder.Remove(runs["runs"]));

        output.Should().Contain("was deleted or moved while the run went on").And.Contain("Goes on until it is stopped").And.Contain("Error");
    }

    [Fact(Timeout = Patience)]
    public async Task A_journal_that_is_replaced()
    {
        using var runs = new TemporaryFolder();
        var (_, output) = await Run("Stoppable", ["--lab-runs", runs["runs"]], running =>
        {
            var journal = new RunFolder(running.Run).Journal;
            File.Copy(journal, journal + ".new");
            File.Move(journal + ".new", journal, overwrite: true);
        });

        output.Should().Contain("events.jsonl' was replaced by another file while the run went on").And.Contain("Find what changes the folder of a run").And.Contain("Error");
    }

    [Theory(Timeout = Patience)]
    [InlineData("Deletes_data", "data.h5' was deleted or moved while the run went on")]
    [InlineData("Cuts_data", "data.h5")]
    [InlineData("Cuts_the_journal", "events.jsonl' was ")]
    public async Task A_file_of_the_record_that_a_passing_test_destroys(string test, string told)
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-method", $"Outcomes.Meddles.{test}");

        run.ExitCode.Should().Be(2, run.Output);
        run.Output.Should().Contain(told).And.Contain("labtest recover").And.Contain("Error").And.NotContain("Unhandled exception");
    }

    [Theory(Timeout = Patience)]
    [InlineData(120)]
    [InlineData(300)]
    [InlineData(400)]
    public async Task File_handles_that_run_out(int handles)
    {
        using var runs = new TemporaryFolder();
        var (taken, output) = await Run("Leaking", ["--lab-runs", runs["runs"]], before: $"ulimit -n {handles.ToString(CultureInfo.InvariantCulture)}; ");

        if (taken > 0)
            output.Should().Contain("Too many open files").And.Contain("Takes all file handles").And.Contain("Error");
        else
            output.Should().Contain("file handles");
    }

    /// <summary>From too small for the start of a run to enough for thousands of measurements; the soak goes through many.</summary>
    public static TheoryData<int> Sizes()
    {
        var sizes = new TheoryData<int>();
        for (var i = 0; i < Effort.Count(3, 60); i++)
            sizes.Add(i switch { 0 => 64, 1 => 200, 2 => 520, _ => 16 + i * 24 });
        return sizes;
    }

    private static async Task<(int Taken, string Output)> Run(string experiment, string[] arguments, Action<RunningSubject>? meanwhile = null, string before = "")
    {
        using var folder = new TemporaryFolder();
        await using var simulator = await Simulator.Start(Station, folder["sim.yaml"]);
        var program = Path.Combine(Repository.Root, "tests", "Subjects", "Outcomes", "bin", Repository.Configuration, "net10.0", "Outcomes.dll");
        string[] call = ["dotnet", program, "--no-ansi", "--no-progress", "--filter-class", $"Outcomes.{experiment}", "--lab-station", simulator.Station, .. arguments];
        ForeignProcess? process = null;
        await using var running = await RunningSubject.TryStart(port => process = ForeignProcess.Start(
            "bash",
            ["-c", $"{before}exec \"$@\" 2>&1", "bash", .. call],
            folder.Path,
            new Dictionary<string, string> { ["SUBJECT_PORT"] = port, ["DOTNET_EnableWriteXorExecute"] = "0" }));
        var taken = 0;
        if (running is not null)
        {
            meanwhile?.Invoke(running);
            taken = Math.Max(1, await running.Gone());
        }

        var output = await process!.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        var code = await process.WaitForExit(TestContext.Current.CancellationToken);
        if (running is null)
            await process.DisposeAsync();
        code.Should().Be(2, output);
        output.Should().NotContain("Unhandled exception");
        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        return (taken, output);
    }
}
