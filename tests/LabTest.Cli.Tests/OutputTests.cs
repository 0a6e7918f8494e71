using System.Text.Json;
using LabTest.Recording;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Cli.Tests;

/// <summary>What the command prints: in a narrow terminal, in a pipe, as JSON.</summary>
public sealed class OutputTests
{
    private const string Hostile = "a\u001b[31m\"\\</script>\u202e\ud800\n::error::x";

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task A_narrow_list_of_runs_has_fewer_columns_and_breaks_no_word(int width)
    {
        using var command = new CommandLine();
        var run = await command.MakeRun();

        var (_, output) = await command.Call(width, ["runs", "--runs", command.Runs]);

        output.Should().Contain(Path.GetFileName(run)).And.Contain("Recorded");
        output.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= width);
        output.Contains("measurements", StringComparison.Ordinal).Should().BeFalse();
    }

    [Fact]
    public async Task A_list_of_runs_says_when_how_long_where_and_who()
    {
        using var command = new CommandLine();
        await command.MakeRun();

        var (_, output) = await command.Call("runs", "--runs", command.Runs);

        output.Should().MatchRegex(@"start +│ +duration │ project │ station │ DUT │ operator │ tests │ measurements │ notes");
        output.Should().MatchRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d │ +[\d.]+ .?s virtual │ script  │ bench ");
    }

    [Fact]
    public async Task Runs_as_JSON_are_listed_whatever_their_names()
    {
        using var command = new CommandLine();
        var run = await command.MakeRun(Hostile, Hostile);

        var (code, output) = await command.Call("runs", "--json", "--runs", command.Runs);

        var item = JsonDocument.Parse(output).RootElement.GetProperty("runs")[0];
        code.Should().Be(0);
        item.GetProperty("path").GetString().Should().Be(run);
        item.GetProperty("dut").GetString().Should().Be(Hostile.Replace('\ud800', '\uFFFD'));
        (item.GetProperty("state").GetString(), item.GetProperty("verdict").GetString(), item.GetProperty("measurements").GetInt64()).Should().Be(("Finished", "Recorded", 1));
        output.Should().NotContainAny("\u001b", "\u202e");
    }

    [Fact]
    public async Task A_run_as_JSON_has_its_measurements_and_their_limits()
    {
        using var command = new CommandLine();
        await command.MakeRun(Hostile);

        var (code, output) = await command.Call("show", "--json", "--runs", command.Runs);

        var root = JsonDocument.Parse(output).RootElement;
        code.Should().Be(0);
        root.GetProperty("labtest").GetString().Should().Be("show/1");
        var measured = root.GetProperty("outside")[0];
        (measured.GetProperty("value").GetDouble(), measured.GetProperty("unit").GetString()).Should().Be((3.3, "V"));
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.MaxValue, null)]
    [InlineData(double.Epsilon, null)]
    public async Task A_number_that_JSON_cannot_write_is_a_text_everywhere(double value, string? text)
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(command.Folder["station.yaml"], CommandLine.Station, TestContext.Current.CancellationToken);
        string run;
        await using (var bench = await Bench.Open(command.Folder["station.yaml"], new BenchOptions { Runs = command.Runs, Project = "script" }, TestContext.Current.CancellationToken))
        {
            run = bench.RunFolder;
            bench.Record("far", new Quantity(value, Unit.Parse("kV")));
            bench.Record("unsure", 1.Volts(), new Quantity(Math.Abs(value), Unit.Parse("V")));
        }

        var (code, output) = await command.Call("show", "--json", "--runs", command.Runs);

        code.Should().Be(0);
        var outside = JsonDocument.Parse(output).RootElement.GetProperty("outside");
        var journal = (await File.ReadAllLinesAsync(Path.Combine(run, "events.jsonl"), TestContext.Current.CancellationToken)).Select(l => JsonDocument.Parse(l).RootElement).Where(l => l.GetProperty("e").GetString() == "measurement").ToArray();
        foreach (var found in (JsonElement[])[outside[0].GetProperty("value"), journal[0].GetProperty("value")])
        {
            if (text is not null)
                found.GetString().Should().Be(text);
            else
                found.GetDouble().Should().Be(value);
        }

        JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "run.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("labtest").GetString().Should().Be("run/1");
    }

    [Fact]
    public async Task A_run_whose_journal_is_damaged_is_shown_and_ends_with_2()
    {
        using var command = new CommandLine();
        var run = await command.MakeRun();
        var journal = Path.Combine(run, "events.jsonl");
        await File.WriteAllTextAsync(journal, (await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken)).Replace("\"verdict\":\"Recorded\"", "\"verdict\":\"Pass\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        foreach (var call in (string[][])[["show"], ["show", "--json"], ["report"], ["report", "--markdown"]])
        {
            var (code, output) = await command.Call([.. call, "--runs", command.Runs]);
            code.Should().Be(2, output);
        }

        (await command.Call("show", "--runs", command.Runs)).Output.Should().Contain("its checksum is not that of its bytes");
    }

    [Fact]
    public async Task A_check_as_JSON_names_the_place_of_each_mistake()
    {
        using var command = new CommandLine();
        await File.WriteAllTextAsync(command.Folder["bad.yaml"], CommandLine.Station.Replace("simulate:", "\"sim\\u001bulat\":", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var (code, output) = await command.Call("check", "--json", "bad.yaml", Path.Combine(Repository.Root, "instruments/keysight/34461a.yaml"));

        var root = JsonDocument.Parse(output).RootElement;
        code.Should().Be(2);
        root.GetProperty("passed").GetBoolean().Should().BeFalse();
        var problem = root.GetProperty("files")[0].GetProperty("problems")[0];
        problem.GetProperty("line").GetInt32().Should().Be(3);
        problem.GetProperty("message").GetString().Should().Contain("ulat");
        root.GetProperty("files")[1].GetProperty("profile").GetProperty("id").GetString().Should().Be("keysight/34461a");
    }

    [Theory]
    [InlineData("show")]
    [InlineData("show", "nothing")]
    public async Task An_error_as_JSON_says_what_to_do_and_ends_with_1(params string[] arguments)
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call([.. arguments, "--json", "--runs", command.Runs]);

        code.Should().Be(1);
        JsonDocument.Parse(output).RootElement.GetProperty("error").GetString().Should().Contain("run");
    }

    [Fact]
    public async Task An_error_commands_no_terminal()
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call("show", "--runs", command.Runs, "\u001b[2Jx");

        code.Should().Be(1);
        output.Should().NotContain("\u001b");
    }

    [Fact]
    public async Task The_help_of_a_command_lists_no_runs()
    {
        using var command = new CommandLine();
        var run = Path.GetFileName(await command.MakeRun());
        await using var process = ForeignProcess.Start(
            "dotnet", [typeof(Surroundings).Assembly.Location, "show", "--help"], command.Folder.Path, new Dictionary<string, string> { ["LABTEST_RUNS"] = command.Runs });

        (await process.ReadToEnd(TestContext.Current.CancellationToken)).Should().Contain("  <run> ").And.NotContain(run);
    }

    [Fact]
    public async Task The_script_of_a_clone_says_that_it_builds_and_only_where_it_does()
    {
        using var clone = new TemporaryFolder();
        Directory.CreateDirectory(clone["src/LabTest.Cli"]);
        Directory.CreateDirectory(clone["instruments"]);
        File.Copy(Path.Combine(Repository.Root, "labtest"), clone["labtest"]);
        await File.WriteAllTextAsync(clone["dotnet"], """
            #!/bin/sh
            case $1 in build) mkdir -p src/LabTest.Cli/bin/Release/net10.0 && touch src/LabTest.Cli/bin/Release/net10.0/LabTest.Cli.dll; echo built;; *) shift; echo "{\"called\": \"$*\"}";; esac
            """, TestContext.Current.CancellationToken);
        async Task<(string Output, string Errors)> Call()
        {
            await using var process = ForeignProcess.Start("sh", ["-c", "chmod +x dotnet; PATH=\"$PWD:$PATH\" sh labtest runs --json"], clone.Path);
            return (await process.ReadToEnd(TestContext.Current.CancellationToken), await process.Errors);
        }

        var (first, second) = (await Call(), await Call());

        first.Should().Be(("{\"called\": \"runs --json\"}\n", "Building the labtest command: a minute or more the first time, seconds after a change.\nbuilt\n"));
        second.Should().Be((first.Output, ""));
    }

    [Fact]
    public async Task A_pipe_gets_whole_lines_without_colours()
    {
        using var command = new CommandLine();
        var run = await command.MakeRun("a_measurement_with_a_name_that_is_longer_than_most_terminals_are_wide_and_still_stays_in_one_piece");
        await using var process = ForeignProcess.Start(
            "dotnet", [typeof(Surroundings).Assembly.Location, "show", run], command.Folder.Path, new Dictionary<string, string> { ["COLUMNS"] = "40", ["CLICOLOR_FORCE"] = "1" });

        var output = await process.ReadToEnd(TestContext.Current.CancellationToken);

        output.Should().NotContain("\u001b").And.Contain($"Report: {Path.Combine(run, "report.html")}");
        output.Split('\n')[0].Should().Contain("station bench");
    }
}
