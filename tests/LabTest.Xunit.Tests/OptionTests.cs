using LabTest.Recording.Journal;
using LabTest.Recording.Runs;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

public sealed class OptionTests
{
    [Fact]
    public async Task A_value_that_was_set_for_the_run_reaches_the_experiment()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-method", "Outcomes.Asking.Asks_for_a_value", "--lab-set", "vin=4.5V");

        run.ExitCode.Should().Be(0, run.Output);
        run.Journal.OfType<MeasurementTaken>().Single().Value.Should().Be(4.5);
        run.Summary.Started!.Arguments.Should().Contain("vin", "4.5V");
    }

    [Theory]
    [InlineData("Asks_for_a_value", "vin=4.5 V", 4.5, "V", null, null)]
    [InlineData("Asks_for_a_value", "vin = 4500 mV", 4.5, "V", null, null)]
    [InlineData("Asks_for_a_value", "vin=4.5", 4.5, "V", null, null)]
    [InlineData("Asks_for_a_computed_name", "declared=0.25 A", 0.25, "A", null, null)]
    [InlineData("Asks_for_a_text", "variant=B; 2 = x", null, "", "B; 2 = x", null)]
    [InlineData("Asks_for_a_text", "variant=", null, "", "", null)]
    [InlineData("Asks_for_a_flag", "fast=true", null, "", null, true)]
    [InlineData("Asks_for_a_flag", "fast=On", null, "", null, true)]
    [InlineData("Asks_for_a_flag", "fast=no", null, "", null, false)]
    public async Task Each_value_is_one_quantity_text_or_flag(string test, string set, double? value, string unit, string? text, bool? flag)
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-method", $"Outcomes.Asking.{test}", "--lab-set", set);

        run.ExitCode.Should().Be(0, run.Output);
        var taken = run.Journal.OfType<MeasurementTaken>().Single();
        (taken.Value, taken.Unit, taken.Text, taken.Flag).Should().Be((value, unit, text, flag));
    }

    [Fact]
    public async Task The_variable_separates_values_by_semicolons_only()
    {
        using var subject = Subject.Outcomes();

        await using var process = subject.Start([("LABTEST_SET", "vin=4.5 V; variant=two words ;fast=1")], "--filter-class", "Outcomes.Asking");
        var output = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        (await process.WaitForExit(TestContext.Current.CancellationToken)).Should().Be(0, output);
        var run = new SubjectRun(0, output, RunsFolder.Runs(subject.Folder["runs"]).Select(static r => new RunFolder(r)).Single());
        run.Journal.OfType<MeasurementTaken>().Select(static m => (object?)m.Value ?? (object?)m.Text ?? m.Flag).Should().BeEquivalentTo([4.5, "two words", "5 V", (object)true, 0.5]);
    }

    [Theory]
    [InlineData("vin=4.5 A", "The argument 'vin' is in V (voltage); it was set to '4.5 A'.")]
    [InlineData("vin=low", "The argument 'vin' is a quantity, such as 5 V; it was set to 'low'.")]
    [InlineData("fast=perhaps", "The argument 'fast' is a flag, true or false; it was set to 'perhaps'.")]
    [InlineData("vin=", "The argument 'vin' is a quantity, such as 5 V; it was set to ''.")]
    [InlineData("declared=3 V", "The argument 'declared' is in A (current); it was set to '3 V'.")]
    [InlineData("fast=", "The argument 'fast' is a flag, true or false; it was set to ''.")]
    public async Task A_value_of_another_kind_is_refused_before_the_first_test(string set, string message)
    {
        using var subject = Subject.Outcomes();

        (await Refused(subject, "--filter-class", "Outcomes.Passing", "--lab-set", set)).Should().Be((5, $"--lab-set: {message} Nothing was run.\n"));
    }

    [Fact]
    public async Task A_text_that_stands_for_a_quantity_without_its_value_takes_any_other_text()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-method", "Outcomes.Asking.Asks_for_a_text_that_looks_like_a_quantity", "--lab-set", "label=wide");

        run.ExitCode.Should().Be(0, run.Output);
        run.Journal.OfType<MeasurementTaken>().Single().Text.Should().Be("wide");
    }

    [Theory]
    [InlineData("--filter-class", "Outcomes.Passing")]
    [InlineData("--filter-class", "Outcomes.*")]
    public async Task A_name_that_no_experiment_declares_is_refused_before_the_first_test(params string[] filter)
    {
        using var subject = Subject.Outcomes();

        var (code, said) = await Refused(subject, [.. filter, "--lab-set", "vin=5 V", "vinn=4.5V"]);

        code.Should().Be(5);
        said.Should().Be("--lab-set: 'vinn' is not an argument of these experiments; did you mean 'vin'? There are 'declared', 'fast', 'label', 'variant', 'vin'. Nothing was run.\n");
    }

    [Fact]
    public async Task A_name_in_the_variable_that_no_experiment_declares_fails_every_test_and_begins_no_run()
    {
        using var subject = Subject.Outcomes();

        await using var process = subject.Start([("LABTEST_SET", "varient=B")], "--filter-class", "Outcomes.Passing");
        var output = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        (await process.WaitForExit(TestContext.Current.CancellationToken)).Should().Be(2, output);
        output.Should().Contain("'varient' is not an argument of these experiments; did you mean 'variant'?");
        Directory.Exists(subject.Folder["runs"]).Should().BeFalse();
    }

    [Fact]
    public async Task The_help_lists_what_the_experiments_ask_for()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("These experiments ask for:");
        foreach (var line in (string[])["declared - an argument whose name is computed [0.5 A]", "fast - leaves out the long ones [false]", "variant - [A]", "vin - [5 V]"])
            run.Output.Should().Contain(line);
    }

    [Fact]
    public async Task A_run_with_a_value_is_complete()
    {
        using var subject = Subject.PowerBoard();

        var run = await subject.Run("--lab-set", "vin=5 V");

        (run.ExitCode, run.Summary.Verdict, run.Summary.Finished!.IsComplete).Should().Be((0, Verdict.Pass, true), run.Output);
        run.Output.Should().NotContain("partial");
    }

    [Theory]
    [InlineData("--lab-set: 'vin' is not an assignment; write name=value, as in \"vin=5 V\".", "--lab-set", "vin")]
    [InlineData("--lab-set: 'vin' is set twice, to '4 V' and to '5 V'.", "--lab-set", "vin=4 V", "vin=5 V")]
    [InlineData("--lab-set needs a value.", "--lab-set")]
    [InlineData("--lab-clock: 'fast' is neither real nor virtual.", "--lab-clock", "fast")]
    [InlineData("--lab-clock needs a value.", "--lab-clock", "--lab-simulate")]
    [InlineData("--lab-dut takes one value, not 2: 'SN', '1'.", "--lab-dut", "SN", "1")]
    [InlineData("--lab-dut takes one value, not 2: 'SN1', 'SN2'.", "--lab-dut", "SN1", "--lab-dut=SN2")]
    [InlineData("--lab-simulate takes no value; it was given 'yes'.", "--lab-simulate", "yes")]
    [InlineData("There is no option --lab-sett; did you mean --lab-set?", "--lab-sett", "vin=5 V")]
    [InlineData("There is no option --lab-sett; did you mean --lab-set?", "--lab-sett=vin=5 V")]
    [InlineData("There is no option --lab-quux; --help lists them.", "--lab-quux", "1")]
    public async Task An_option_that_cannot_be_read_is_said_in_one_line_before_anything_begins(string message, params string[] arguments)
    {
        using var subject = Subject.Outcomes();

        var refused = await Refused(subject, arguments);

        refused.Should().Be((5, $"{message} Nothing was run.\n"), "5 is the testing platform's code of a wrong command line");
    }

    [Fact]
    public async Task Dotnet_test_says_once_what_is_wrong_with_an_option()
    {
        await using var process = ForeignProcess.Start(
            "dotnet", ["test", "--project", "experiments/PowerBoard", "-c", Repository.Configuration, "--no-build", "--lab-set", "vinn=5 V"], Repository.Root);
        var output = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        (await process.WaitForExit(TestContext.Current.CancellationToken)).Should().NotBe(0);
        output.Split("did you mean 'vin'?").Should().HaveCount(2);
        output.Should().Contain("Exit code: 5").And.NotContain("Usage");
    }

    [Fact]
    public async Task A_station_file_that_is_not_there_is_said_so_by_every_test()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Passing", "--lab-station", "nowhere.yaml");

        run.ExitCode.Should().Be(2, run.Output);
        run.Output.Should().Contain(subject.Folder["nowhere.yaml"]);
        run.Test.Finished!.Message.Should().NotContain("fixture type");
        run.Output.Should().Contain("there is no such station file").And.NotContain("fixture type").And.NotContain("   at ");
        (run.Test.Verdict, run.Summary.Verdict).Should().Be((Verdict.Error, Verdict.Error));
    }

    [Fact]
    public async Task A_mistyped_station_file_is_said_with_its_place_and_what_is_meant()
    {
        using var subject = Subject.Outcomes();
        await File.WriteAllTextAsync(subject.Folder["bad.yaml"], "labtest: station/1\nname: bad\ninstrumnets: {}\n", TestContext.Current.CancellationToken);

        var run = await subject.Run("--filter-class", "Outcomes.Passing", "--lab-station", "bad.yaml");

        run.Output.Should().Contain("bad.yaml").And.Contain("3").And.Contain("'instrumnets'").And.Contain("did you mean 'instruments'");
    }

    [Fact]
    public async Task A_folder_for_runs_that_cannot_be_made_is_said_so()
    {
        using var subject = Subject.Outcomes();
        await File.WriteAllTextAsync(subject.Folder["runs"], "a file", TestContext.Current.CancellationToken);

        var run = await subject.Run("--filter-class", "Outcomes.Passing");

        run.ExitCode.Should().NotBe(0);
        run.Output.Should().Contain("for this run cannot be made").And.Contain("--lab-runs");
    }

    // All that a run says that is refused, and that it says it on standard error.
    private static async Task<(int Code, string Said)> Refused(Subject subject, params string[] arguments)
    {
        await using var process = subject.Start([], arguments);
        (await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
        Directory.Exists(subject.Folder["runs"]).Should().BeFalse();
        return (await process.WaitForExit(TestContext.Current.CancellationToken), await process.Errors);
    }
}
