using LabTest.Testing.Docs;
using LabTest.Testing.Foreign;

namespace LabTest.Xunit.Tests;

/// <summary>What README and docs show: compiled or run as it stands.</summary>
public sealed class DocsTests
{
    private static readonly string[] Usings =
    [
        "LabTest", "LabTest.Arrow", "LabTest.Data", "LabTest.Fixtures", "LabTest.Hdf5", "LabTest.Recording", "LabTest.Recording.Assertions", "LabTest.Recording.Tables", "LabTest.Xunit", "Xunit", "FluentAssertions",
    ];

    [Theory]
    [InlineData("README.md", 1)]
    [InlineData("docs/experiments.md", 3)]
    [InlineData("docs/recipes.md", 4)]
    [InlineData("fixtures/LabTest.Fixtures/README.md", 1)]
    [InlineData("src/LabTest/README.md", 1)]
    [InlineData("src/LabTest.Recording/README.md", 1)]
    [InlineData("docs/tables.md", 1)]
    [InlineData("templates/experiment/SupplyAccuracy.cs", 1)]
    public void Every_csharp_snippet_compiles_as_in_an_experiment_project(string path, int count)
    {
        var page = new Page(path);
        var snippets = path.EndsWith(".cs", StringComparison.Ordinal) ? [page.Text] : Joined(page.Blocks("csharp"));

        snippets.Should().HaveCount(count);
        foreach (var snippet in snippets)
            new Snippet(snippet, Usings).Problems().Should().BeEmpty();
    }

    [Fact]
    public async Task The_snippets_that_read_a_record_read_one()
    {
        using var subject = Subject.PowerBoard();
        var run = await subject.Run("--filter-class", "PowerBoard.Regulation");
        var page = new Page("docs/records.md");

        var check = page.Blocks("python")[0].Replace("'events.jsonl'", $"'{run.Folder!.Journal}'", StringComparison.Ordinal);
        (await ForeignTool.H5py.Run(check)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(run.Journal.Length).And.OnlyContain(l => l.EndsWith(" sound", StringComparison.Ordinal));
        var python = page.Blocks("python")[1].Replace("'data.h5'", $"'{run.Folder!.Data}'", StringComparison.Ordinal);
        (await ForeignTool.H5py.Run(python)).Should().Contain("load_regulation V 3.2");
        var script = page.Blocks("js").Single().Replace("'measurements.arrows'", $"'{run.Folder.Measurements}'", StringComparison.Ordinal);
        (await ForeignTool.ApacheArrow.Run(script)).Should().Contain("output_resistance").And.Contain("Pass");
    }

    [Fact]
    public async Task The_records_page_names_every_event_and_every_column()
    {
        using var subject = Subject.PowerBoard();
        var run = await subject.Run();
        var page = new Page("docs/records.md").Text;

        foreach (var name in run.Journal.Select(e => EventNames.Of(e)).Distinct())
            page.Should().Contain($"`{name}`");
        var columns = await ForeignTool.ApacheArrow.Run(
            "import { tableFromIPC } from 'apache-arrow'; import { readFileSync } from 'fs'; console.log(tableFromIPC(readFileSync(process.argv[1])).schema.names.join(' '));", run.Folder!.Measurements);
        foreach (var column in columns.Trim().Split(' '))
            page.Should().Contain($"`{column}`");
    }

    [Fact]
    public void The_README_has_exactly_two_commands_for_all_the_set_up() =>
        new Page("README.md").Section("Two commands").Blocks("").Select(s => s.Trim())
            .Should().Equal("dotnet run -c Release --project experiments/PowerBoard", "dotnet test -c Release");

    // Statements of one page are one program.
    private static string[] Joined(string[] snippets)
    {
        var statements = snippets.Where(s => !s.Contains(" class ", StringComparison.Ordinal)).ToArray();
        var classes = snippets.Except(statements);
        return statements.Length == 0 ? snippets : [.. classes, string.Concat(statements)];
    }
}
