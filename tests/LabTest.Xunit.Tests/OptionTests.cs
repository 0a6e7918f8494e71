using LabTest.Recording.Journal;

namespace LabTest.Xunit.Tests;

public sealed class OptionTests
{
    [Fact]
    public async Task A_value_that_was_set_for_the_run_reaches_the_experiment()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Asking", "--lab-set", "vin=4.5V");

        run.ExitCode.Should().Be(0, run.Output);
        run.Journal.OfType<MeasurementTaken>().Single().Value.Should().Be(4.5);
        run.Summary.Started!.Arguments.Should().Contain("vin", "4.5V");
    }

    [Fact]
    public async Task A_value_that_no_experiment_asks_for_is_an_error()
    {
        using var subject = Subject.PowerBoard();

        var run = await subject.Run("--lab-set", "vinn=4.5V");

        run.ExitCode.Should().NotBe(0, run.Output);
        run.Output.Should().Contain("'vinn' was set for this run, but no experiment asks for it");
        (run.Summary.Verdict, run.Summary.Tests.All(t => t.Verdict == Verdict.Pass)).Should().Be((Verdict.Error, true));
        run.Summary.Finished!.Cause.Should().Contain("'vinn'");
    }

    [Theory]
    [InlineData("--lab-set", "vin", "vin")]
    [InlineData("--lab-clock", "fast", "'fast' is neither real nor virtual")]
    public async Task An_option_that_cannot_be_read_stops_the_run_before_it_begins(string option, string value, string message)
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run(option, value);

        run.ExitCode.Should().Be(5, "the testing platform says so of a wrong command line");
        run.Output.Should().Contain(message);
        run.Folder.Should().BeNull();
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
}
