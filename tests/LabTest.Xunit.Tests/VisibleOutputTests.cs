using System.Globalization;
using System.Text;

namespace LabTest.Xunit.Tests;

/// <summary>What is printed while and after tests run, whatever an instrument answered.</summary>
public sealed class VisibleOutputTests
{
    [Fact]
    public async Task No_answer_of_an_instrument_commands_the_terminal_and_none_fills_it()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--filter-class", "Outcomes.Hostile");

        run.ExitCode.Should().Be(2, run.Output[..Math.Min(2000, run.Output.Length)]);
        run.Output.Length.Should().BeLessThan(60_000);
        run.Output.EnumerateRunes().Where(r => r.Value is not ('\n' or '\r' or '\t') && IsUnseen(r)).Should().BeEmpty();
        run.Output.Should().Contain("\\x1B[2J").And.Contain("the whole is in events.jsonl").And.NotContain("[dim]");
        new FileInfo(run.Folder!.Report).Length.Should().BeLessThan(1_000_000);
        (await File.ReadAllTextAsync(run.Folder.Journal, TestContext.Current.CancellationToken)).Length.Should().BeGreaterThan(5_000_000, "the journal has the whole");
    }

    [Fact]
    public async Task A_list_of_tests_commands_no_terminal_either()
    {
        using var subject = Subject.Outcomes();

        var run = await subject.Run("--list-tests", "--filter-class", "Outcomes.Hostile");

        run.Output.Should().Contain("Named").And.Contain("Warns");
        run.Output.EnumerateRunes().Where(r => r.Value is not ('\n' or '\r' or '\t') && IsUnseen(r)).Should().BeEmpty();
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
