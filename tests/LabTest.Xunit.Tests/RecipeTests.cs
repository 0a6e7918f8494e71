using LabTest.Recording.Journal;
using LabTest.Testing;
using LabTest.Testing.Docs;

namespace LabTest.Xunit.Tests;

/// <summary>The recipes of the docs, as they stand there, run.</summary>
public sealed class RecipeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Subjects/Recipes");

    [Fact]
    public void The_page_shows_what_is_run()
    {
        var page = new Page("docs/recipes.md");

        var run = Directory.EnumerateFiles(Folder, "*.cs").Select(f => File.ReadAllText(f)["namespace Recipes;\n\n".Length..]);
        page.Blocks("csharp").Should().BeEquivalentTo(run);
        page.Blocks("csv").Should().Equal(File.ReadAllText(Path.Combine(Folder, "limits.csv")));
    }

    [Fact]
    public async Task Every_recipe_does_what_it_says()
    {
        using var subject = Subject.Recipes();

        var run = await subject.Run("--lab-dut", "SN-0042");

        run.ExitCode.Should().Be(0, run.Output);
        run.Summary.Tests.Should().HaveCount(5).And.OnlyContain(t => t.Verdict == Verdict.Pass);
        var limits = run.Journal.OfType<LimitJudged>().ToArray();
        limits.Where(l => l.Name == "rail_3v3").Select(l => (l.Lower, l.Upper)).Should().Equal((3.25, 3.35), (3.2, 3.4));
        limits.Count(l => l.Name == "rail_over_time").Should().BeInRange(119, 121);
        run.Journal.OfType<MeasurementTaken>().Should().Contain(m => m.Name == "serial" && m.Text == "SN-0042");
    }
}
