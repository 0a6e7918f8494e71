using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>The experiments of the power board, as a user runs them.</summary>
public sealed class PowerBoardTests
{
    // The faulty board limits its current too early (so it sags, is lossy and bursts at full load), and ripples, overshoots and sags too much.
    private static readonly string[] FailingLimits =
        ["current_limit", "efficiency", "rail_3v3_full_load", "load_regulation/dmm.reading", "ripple", "switching_frequency", "overshoot"];

    [Fact]
    public async Task The_good_board_passes_and_the_run_ends_with_its_verdicts_and_its_path()
    {
        using var subject = Subject.PowerBoard();

        var run = await subject.Run();

        run.ExitCode.Should().Be(0, run.Output);
        run.Summary.Verdict.Should().Be(Verdict.Pass);
        run.Summary.Finished!.IsComplete.Should().BeTrue();
        run.Output.Should().Contain("rail_3v3").And.Contain("3.25 … 3.35 V").And.Contain("SIMULATED");
        run.Output.TrimEnd().Should().EndWith(File.Exists(run.Folder!.Report) ? run.Folder.Report : run.Folder.Path);
    }

    [Fact]
    public async Task The_faulty_board_fails_with_the_right_limits_named()
    {
        using var subject = Subject.PowerBoard();

        var run = await subject.Run("--lab-station", Path.Combine(Repository.Root, "fixtures/stations/power-board-faulty.yaml"));

        run.ExitCode.Should().Be(2, run.Output);
        run.Summary.Verdict.Should().Be(Verdict.Fail);
        var failed = run.Summary.Tests.SelectMany(t => t.Measurements).SelectMany(m => m.Limits).Where(l => l.Verdict == Verdict.Fail).Select(l => l.Name).Distinct();
        failed.Should().BeEquivalentTo(FailingLimits);
    }

    [Fact]
    public async Task The_same_experiments_run_on_instruments_of_another_maker()
    {
        using var subject = Subject.PowerBoard();

        var run = await subject.Run("--lab-station", Path.Combine(Repository.Root, "fixtures/stations/power-board-second.yaml"));

        run.ExitCode.Should().Be(0, run.Output);
        run.Summary.Station!.Instruments.Select(i => i.Profile).Should().Contain(["rigol/dp832", "keithley/dmm6500"]);
    }

    [Fact]
    public async Task Dotnet_test_with_a_trait_runs_only_those_and_foreign_programs_open_the_record()
    {
        using var folder = new TemporaryFolder();
        await using var process = ForeignProcess.Start(
            "dotnet",
            ["test", "--project", "experiments/PowerBoard", "-c", Repository.Configuration, "--no-build", "--filter-trait", "Category=Production"],
            Repository.Root,
            new Dictionary<string, string> { ["LABTEST_RUNS"] = folder["runs"] });

        var output = await process.ReadToEnd(TestContext.Current.CancellationToken);

        output.Should().Contain("total: 6").And.Contain(folder["runs"], "the report is an artifact of the session");
        var run = new RunFolder(RunsFolder.Runs(folder["runs"]).Single());
        var summary = RunSummary.Read(run);
        summary.Tests.Should().HaveCount(6).And.OnlyContain(t => t.Started!.Traits["Category"].Contains("Production"));
        summary.Started!.Filter.Should().Contain("Category=Production");

        (await ForeignTool.H5dump.Run("-n", run.Data)).Should().Contain("/measurements/value");
        (await ForeignTool.H5py.Run("import sys, h5py; f = h5py.File(sys.argv[1]); print(len(f['measurements/value']), f.attrs['verdict'])", run.Data))
            .Trim().Should().Be($"{summary.Measurements} Pass");
        (await ForeignTool.ApacheArrow.Run(
            "import { tableFromIPC } from 'apache-arrow'; import { readFileSync } from 'fs'; console.log(tableFromIPC(readFileSync(process.argv[1])).numRows);", run.Measurements))
            .Trim().Should().Be($"{summary.Measurements}");
    }
}
