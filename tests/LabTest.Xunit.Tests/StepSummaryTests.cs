namespace LabTest.Xunit.Tests;

/// <summary>What a run tells GitHub Actions.</summary>
public sealed class StepSummaryTests
{
    [Fact]
    public async Task A_run_in_a_workflow_appends_its_table_and_annotates_what_is_not_good()
    {
        using var subject = Subject.PowerBoard();
        var summary = subject.Folder["summary.md"];
        await using var process = subject.Start(
            [("GITHUB_STEP_SUMMARY", summary), ("GITHUB_WORKSPACE", LabTest.Testing.Repository.Root), ("LABTEST_STATION", Path.Combine(LabTest.Testing.Repository.Root, "fixtures/stations/power-board-faulty.yaml"))], "--filter-class", "PowerBoard.CurrentLimit");
        var output = await process.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        (await process.WaitForExit(TestContext.Current.CancellationToken)).Should().Be(2, output);
        output.Should().MatchRegex(@"(?m)^::error file=experiments/PowerBoard/CurrentLimit\.cs,line=\d+,title=Fail%3A Limits its output current::current_limit = ");
        (await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken)).Should().Contain("### ❌ Fail `PowerBoard`").And.Contain("| `Limits its output current` | `current_limit` |");
    }

    [Fact]
    public async Task A_run_elsewhere_prints_no_commands()
    {
        using var subject = Subject.PowerBoard();

        var run = await subject.Run("--filter-class", "PowerBoard.CurrentLimit");

        run.Output.Should().NotContain("::error").And.NotContain("::warning");
    }
}
