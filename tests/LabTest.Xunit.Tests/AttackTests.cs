using System.Text.RegularExpressions;
using System.Xml.Linq;
using LabTest.Testing;

namespace LabTest.Xunit.Tests;

/// <summary>Experiments that try on purpose to pass and must not: for each, the exit code, the verdict of its test and that of the run agree and are right.</summary>
public sealed partial class AttackTests
{
    public static TheoryData<string> Alone => [.. Attack.Alone.Select(static a => a.Class)];

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Verdict_and_outcome_of_every_attack_are_right(int code)
    {
        using var subject = Subject.Attacks();
        var attacks = Attack.Shared.Where(a => a.ExitCode == code).ToArray();

        // xUnit's own report says what the testing platform was told of each test: its exit code is 2 where a test failed, and else 0.
        var run = await subject.Run(["--filter-class", .. attacks.Select(a => $"Attack.{a.Class}"), "--report-xunit", "--report-xunit-filename", "told.xml", "--results-directory", subject.Folder.Path]);

        run.ExitCode.Should().Be(code, run.Output);
        var summary = run.Summary;
        attacks.Select(a => (a.Class, a.In(summary)?.Verdict)).Should().Equal(attacks.Select(a => (a.Class, a.Test)));
        summary.Verdict.Should().Be(attacks.Select(a => a.Run).Worst());
        attacks.Where(a => a.Run != a.Test).Should().BeEmpty("alone, the run is what its only test is");
        var told = XDocument.Load(subject.Folder["told.xml"]).Descendants("test")
            .Select(t => (Name: t.Attribute("name")!.Value, Result: t.Attribute("result")!.Value)).ToArray();
        attacks.Where(a => told.Any(t => t.Name.StartsWith($"Attack.{a.Class}.", StringComparison.Ordinal) && t.Result == "Fail") != (code == 2)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Alone))]
    public async Task Exit_code_and_verdicts_agree_also_where_a_process_dies_or_nothing_runs(string attack)
    {
        using var subject = Subject.Attacks();
        var right = Attack.Alone.Single(a => a.Class == attack);

        var run = await subject.Run(["--filter-class", $"Attack.{attack}", .. right.With is { } with ? [$"Attack.{with}"] : Array.Empty<string>()]);

        (right.ExitCode is { } code ? run.ExitCode == code : run.ExitCode != 0).Should().BeTrue("it ended with {0}: {1}", run.ExitCode, run.Output);
        (right.In(run.Summary)?.Verdict, run.Summary.Verdict).Should().Be((right.Test, right.Run));
    }

    [Fact]
    public async Task What_is_recorded_after_its_test_has_ended_is_told_with_the_name_of_the_test()
    {
        using var subject = Subject.Attacks();

        var run = await subject.Run("--filter-class", "Attack.V13_task_run_late", "Attack.V13z_wait");

        run.Output.Should().Contain("V13_task_run_late.T: 'late' was recorded after the test had ended");
        Attack.Alone.Single(a => a.Class == "V13_task_run_late").In(run.Summary)!.Finished!.Cause.Should().Be("late");
    }

    [Fact]
    public void Every_attack_has_its_answer()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests/Subjects/Attacks/Verdicts.cs"));

        Attack.Shared.Concat(Attack.Alone).Select(a => a.Class).Distinct().Should().BeEquivalentTo(Classes().Matches(source).Select(m => m.Groups[1].Value));
    }

    [GeneratedRegex(@"public sealed class (V\w+)")]
    private static partial Regex Classes();
}
