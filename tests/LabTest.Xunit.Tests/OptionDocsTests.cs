using System.Text.RegularExpressions;
using LabTest.Testing.Docs;

namespace LabTest.Xunit.Tests;

/// <summary>docs/experiments.md and <c>--help</c> say the same of the options of a run.</summary>
public sealed partial class OptionDocsTests
{
    [Fact]
    public async Task Every_option_of_ours_is_in_the_docs_and_every_option_of_the_docs_is_one()
    {
        using var subject = Subject.PowerBoard();
        var page = new Page("docs/experiments.md").Section("Options of a run").Text;

        var help = (await subject.Run("--help")).Output;

        var ours = Options().Matches(help).Select(m => m.Value).Where(o => o.StartsWith("--lab-", StringComparison.Ordinal)).Distinct().ToArray();
        ours.Should().HaveCountGreaterThanOrEqualTo(8);
        foreach (var option in ours)
            page.Should().Contain($"`{option}", "--help has it");
        foreach (var option in Options().Matches(page).Select(m => m.Value).Distinct())
            help.Should().Contain(option, "the docs have it");
    }

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex Options();
}
