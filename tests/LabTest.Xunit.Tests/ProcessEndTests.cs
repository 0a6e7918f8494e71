using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>What is left when the process ends in the middle of a run, whatever made it end.</summary>
public sealed class ProcessEndTests
{
    private const int Patience = 300_000;

    private static readonly string Station = Path.Combine(Repository.Root, "tests", "Subjects", "Outcomes", "station.yaml");

    [Theory(Timeout = Patience)]
    [InlineData("Exits", 2)]
    [InlineData("ExitsAfterFail", 2)]
    [InlineData("ExitsWithACode", 77)]
    [InlineData("ExitsInNativeCode", 2)]
    [InlineData("SetsTheExitCodeBack", 2)]
    [InlineData("Crashes", 134)]
    public async Task Where_code_still_runs_outputs_end_off_and_the_record_says_what_happened(string ending, int code)
    {
        using var subject = Subject.Outcomes();
        await using var simulator = await Simulator.Start(Station, subject.Folder["sim.yaml"]);

        var run = await subject.Run("--filter-class", $"Outcomes.{ending}", "--lab-station", simulator.Station);

        run.ExitCode.Should().Be(code);
        (await simulator.Ask("psu", "OUTP? (@1)")).Should().Be("0");
        run.Summary.Verdict.Should().Be(Verdict.Aborted);
        run.Summary.Finished!.Cause.Should().StartWith(ending switch
        {
            "Crashes" => "an exception that nobody caught: background",
            "ExitsInNativeCode" => "native code ended the process before the run was over",
            _ => "the process ended before the run was over",
        });
        run.Summary.Closed!.Failures.Should().BeEmpty();
        run.Summary.Closed.Instruments.Should().ContainSingle(i => i.Alias == "psu").Which.Sign.Should().Be("read_back");
        run.Test.Verdict.Should().Be(Verdict.Aborted);
        run.Output.Should().Contain("Aborted").And.Contain("Report: ");
        File.Exists(run.Folder!.RunJson).Should().BeTrue();
    }

    [Fact(Timeout = Patience)]
    public async Task The_exit_code_of_a_run_that_failed_stays_whatever_sets_it_back_when_the_process_ends()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.FailsAndSetsTheExitCodeBack");

        (run.ExitCode, run.Summary.Verdict).Should().Be((2, Verdict.Fail), run.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task An_exit_code_that_the_command_line_lets_pass_is_not_brought_back()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.FailsAndSetsTheExitCodeBack", "--ignore-exit-code", "2");

        (run.ExitCode, run.Summary.Verdict).Should().Be((0, Verdict.Fail), run.Output);
    }

    [Fact(Timeout = Patience)]
    public async Task A_process_that_ends_while_tests_are_looked_for_says_so_and_does_not_end_with_0()
    {
        using var subject = Subject.Outcomes();

        await using var process = subject.Start([("SUBJECT_EXITS", "1")], "--filter-class", "Outcomes.ExitsBeforeItRuns");
        var run = await subject.End(process);

        (run.ExitCode, run.Folder).Should().Be((2, null), run.Output);
        (await process.Errors).Should().Contain("the process ended before any test was run");
    }

    [Theory(Timeout = Patience)]
    [InlineData("JudgesAtTheEnd")]
    [InlineData("RecordsAtTheEnd")]
    public async Task A_limit_that_fails_when_its_run_is_over_and_the_process_ends_leaves_no_exit_code_0(string ending)
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", $"Outcomes.{ending}");

        (run.ExitCode, run.Summary.Verdict).Should().Be((2, Verdict.Pass), "the record was whole before");
    }

    [Fact(Timeout = Patience)]
    public async Task Native_code_that_ends_the_process_at_once_leaves_a_record_without_an_end_which_is_no_pass()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.EndsAtOnceInNativeCode");

        run.ExitCode.Should().Be(0, "nothing runs after _exit");
        (run.Summary.Finished, run.Summary.Verdict, run.Test.Verdict).Should().Be((null, Verdict.Aborted, Verdict.Aborted));
    }

    [Theory(Timeout = Patience)]
    [InlineData("FailsFast")]
    [InlineData("Overflows")]
    public async Task Where_no_code_runs_any_more_the_run_is_not_a_pass_and_the_exit_code_is_not_0(string ending)
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", $"Outcomes.{ending}");

        run.ExitCode.Should().Be(134, "the runtime aborts");
        run.Summary.Finished.Should().BeNull();
        run.Summary.Verdict.Should().Be(Verdict.Aborted);
        run.Summary.Measurements.Should().Be(1);
    }
}
