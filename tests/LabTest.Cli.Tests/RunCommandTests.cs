namespace LabTest.Cli.Tests;

public sealed class RunCommandTests
{
    [Fact]
    public async Task Runs_are_listed_the_newest_first()
    {
        using var command = new CommandLine();
        var first = Path.GetFileName(await command.MakeRun());
        var second = Path.GetFileName(await command.MakeRun());

        var (code, output) = await command.Call("runs", "--runs", command.Runs);

        code.Should().Be(0);
        output.Should().Contain(first).And.Contain(second).And.Contain("Recorded").And.Contain("script").And.Contain("SIMULATED");
    }

    [Fact]
    public async Task The_newest_run_is_shown_by_default_and_any_other_by_a_part_of_its_name()
    {
        using var command = new CommandLine();
        var first = await command.MakeRun("early");
        await command.MakeRun("late");

        (await command.Call("show", "--runs", command.Runs)).Output.Should().Contain("1 measurement ");
        (await command.Call("show", "--runs", command.Runs, first[^6..])).Output.Should().Contain(first);
    }

    [Fact]
    public async Task A_name_that_several_runs_have_asks_for_more_of_it()
    {
        using var command = new CommandLine();
        await command.MakeRun();
        await command.MakeRun();

        var (code, output) = await command.Call("show", "--runs", command.Runs, "bench");

        code.Should().Be(1);
        output.Should().Contain("2 runs").And.Contain("give more of it");
    }

    [Fact]
    public async Task A_folder_without_runs_says_what_to_do()
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call("show", "--runs", command.Runs);

        code.Should().Be(1);
        output.Should().Contain(command.Runs).And.Contain("run an experiment");
    }

    [Fact]
    public async Task A_report_is_made_anew_and_its_path_printed()
    {
        using var command = new CommandLine();
        var run = await command.MakeRun();
        var report = Path.Combine(run, "report.html");
        File.Delete(report);

        var (code, output) = await command.Call("report", "--runs", command.Runs);

        code.Should().Be(0);
        output.Trim().Should().Be(report);
        (await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken)).Should().Contain("rail");
    }

    [Fact]
    public async Task A_run_is_recovered_from_its_journal_alone()
    {
        using var command = new CommandLine();
        var run = await command.MakeRun();
        foreach (var file in Directory.EnumerateFiles(run).Where(f => !f.EndsWith(".jsonl", StringComparison.Ordinal)))
            File.Delete(file);

        var (code, output) = await command.Call("recover", run);

        code.Should().Be(0);
        output.Should().Contain("Rebuilt from the journal: measurements.arrows, data.h5, run.json, report.html");
        Directory.EnumerateFiles(run).Select(Path.GetFileName).Should().BeEquivalentTo("events.jsonl", "run.json", "measurements.arrows", "data.h5", "report.html");
    }
}
