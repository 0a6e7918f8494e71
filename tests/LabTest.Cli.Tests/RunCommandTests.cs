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
        Directory.CreateDirectory(command.Runs);

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

    [Theory]
    [InlineData("recover --json", "'--json' is not an option of 'labtest recover'. Its options are --runs, --help")]
    [InlineData("check --jsno station.yaml", "'--jsno' is not an option of 'labtest check'; did you mean '--json'? Its options are --quiet, --json, --help")]
    [InlineData("check -x station.yaml", "'-x' is not an option of 'labtest check'")]
    [InlineData("show --rnus=elsewhere", "'--rnus' is not an option of 'labtest show'; did you mean '--runs'?")]
    [InlineData("runs --lmit 3", "'--lmit' is not an option of 'labtest runs'; did you mean '--limit'?")]
    [InlineData("runs --runs --jsn", "'--jsn' is not an option of 'labtest runs'; did you mean '--json'?")]
    [InlineData("report --markdwn", "did you mean '--markdown'?")]
    [InlineData("sim station.yaml --port 7000", "'--port' is not an option of 'labtest sim'")]
    [InlineData("schema --wirte folder", "did you mean '--write'?")]
    [InlineData("completion --bash", "'--bash' is not an option of 'labtest completion'")]
    [InlineData("--verson", "'--verson' is not an option of 'labtest'; did you mean '--version'?")]
    public async Task A_word_that_looks_like_an_option_and_is_none_is_refused(string line, string said)
    {
        using var command = new CommandLine();
        await command.MakeRun();

        var (code, output) = await command.Call(line.Split(' '));

        code.Should().Be(1);
        output.Should().Contain(said);
    }

    [Fact]
    public async Task Behind_two_dashes_a_name_may_begin_with_one()
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(command.Folder["-bench.yaml"], CommandLine.Station, TestContext.Current.CancellationToken);

        var (code, output) = await command.Call("check", "--quiet", "--", "-bench.yaml");

        code.Should().Be(0, output);
    }

    [Theory]
    [InlineData("runs --runs nowhere")]
    [InlineData("runs --runs nowhere --json")]
    [InlineData("show --runs nowhere")]
    [InlineData("recover --runs nowhere")]
    [InlineData("report --runs nowhere")]
    public async Task A_folder_of_runs_that_was_named_and_is_not_there_is_an_error(string line)
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call(line.Split(' '));

        code.Should().Be(1);
        output.Should().Contain("does not exist").And.Contain("nowhere");
    }
}
