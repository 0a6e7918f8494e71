using LabTest.Recording.Assertions;
using LabTest.Recording.Runs;
using LabTest.Recording.Terminal;
using LabTest.Recording.Tests.Reports;
using LabTest.Testing;

namespace LabTest.Recording.Tests.Terminal;

public sealed class GitHubActionsTests
{
    [Fact]
    public void A_run_appends_its_table_to_what_other_runs_said()
    {
        using var folder = new TemporaryFolder();
        var file = folder["summary.md"];
        File.WriteAllText(file, "before\n");
        using var run = new SampleRun().Everything();

        var problem = Actions(file).Append(Summary(run));

        problem.Should().BeNull();
        File.ReadAllText(file).Should().StartWith("before\n\n### ❌ Fail `Sample`").And.Contain("| `Is quiet` | `ripple` | `64 mV` |");
    }

    [Theory]
    [InlineData(GitHubActions.MostBytes - 3000)]
    [InlineData(GitHubActions.MostBytes - 100)]
    [InlineData(GitHubActions.MostBytes + 100)]
    public void A_summary_that_is_nearly_full_does_not_grow_beyond_what_is_shown(int already)
    {
        using var folder = new TemporaryFolder();
        var file = folder["summary.md"];
        File.WriteAllText(file, new string('x', already));
        using var run = new SampleRun().Everything();

        Actions(file).Append(Summary(run)).Should().BeNull();

        new FileInfo(file).Length.Should().BeLessThanOrEqualTo(Math.Max(already, GitHubActions.MostBytes));
    }

    [Fact]
    public void A_summary_that_cannot_be_written_is_said_and_stops_nothing()
    {
        using var folder = new TemporaryFolder();
        using var run = new SampleRun().Everything();

        Actions(folder.Path).Append(Summary(run)).Should().Contain("GITHUB_STEP_SUMMARY").And.Contain(folder.Path);
    }

    [Fact]
    public void A_test_that_is_not_good_is_annotated_at_its_line_and_no_text_makes_a_command_of_its_own()
    {
        using var run = new SampleRun();
        run.Test("Holds::its,100%\n::error::limit", t => run.Record(t, "a%b\n::warning::c", 64.Millivolts()).Should().BeAtMost(40.Millivolts()), place: ("/repo/Tests/Rail, one.cs", 65));
        run.Test("Is_fine", t => run.Record(t, "x", 1.Volts()).Should().BeAtMost(40.Volts()));

        var annotations = Actions("x").Annotations(Summary(run)).ToArray();

        annotations.Should().ContainSingle().Which.Should().Be(
            "::error file=Tests/Rail%2C one.cs,line=65,title=Fail%3A Holds%3A%3Aits%2C100%25%0A%3A%3Aerror%3A%3Alimit::a%25b%0A::warning::c = 64 mV is not at most 40 mV (24 mV above).");
    }

    [Fact]
    public void A_line_of_a_deterministic_build_is_annotated_in_its_file()
    {
        using var run = new SampleRun();
        run.Test("Fails", t => run.Record(t, "a", 64.Millivolts()).Should().BeAtMost(40.Millivolts()), place: ("/_/Tests/Rail.cs", 65));

        Actions("x").Annotations(Summary(run)).Should().ContainSingle().Which.Should().StartWith("::error file=Tests/Rail.cs,line=65,");
    }

    private static GitHubActions Actions(string file) => new(name => name switch { "GITHUB_STEP_SUMMARY" => file, "GITHUB_WORKSPACE" => "/repo", _ => null });

    private static RunSummary Summary(SampleRun run)
    {
        run.Recorder.Finish();
        return RunSummary.Read(run.Folder);
    }
}
