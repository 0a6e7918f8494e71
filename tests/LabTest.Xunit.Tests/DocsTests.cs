using System.Text.RegularExpressions;
using LabTest.Testing;
using LabTest.Testing.Foreign;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LabTest.Xunit.Tests;

/// <summary>What README and docs show: compiled or run as it stands.</summary>
public sealed class DocsTests
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks",
        "LabTest", "LabTest.Arrow", "LabTest.Data", "LabTest.Fixtures", "LabTest.Hdf5", "LabTest.Recording", "LabTest.Recording.Assertions", "LabTest.Recording.Tables", "LabTest.Xunit", "Xunit", "FluentAssertions",
    ];

    [Theory]
    [InlineData("README.md", 1)]
    [InlineData("docs/experiments.md", 2)]
    [InlineData("docs/tables.md", 1)]
    [InlineData("templates/experiment/SupplyAccuracy.cs", 1)]
    public async Task Every_csharp_snippet_compiles_as_in_an_experiment_project(string page, int count)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, page), TestContext.Current.CancellationToken);
        var snippets = page.EndsWith(".cs", StringComparison.Ordinal) ? [text] : Joined(Snippets(text, "csharp"));

        snippets.Should().HaveCount(count);
        foreach (var snippet in snippets)
            Problems(snippet).Should().BeEmpty();
    }

    [Fact]
    public async Task The_snippets_that_read_a_record_read_one()
    {
        using var subject = Subject.PowerBoard();
        var run = await subject.Run("--filter-class", "PowerBoard.Regulation");
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/records.md"), TestContext.Current.CancellationToken);

        var python = Snippets(page, "python").Single().Replace("'data.h5'", $"'{run.Folder!.Data}'", StringComparison.Ordinal);
        (await ForeignTool.H5py.Run(python)).Should().Contain("load_regulation V 3.2");
        var script = Snippets(page, "js").Single().Replace("'measurements.arrows'", $"'{run.Folder.Measurements}'", StringComparison.Ordinal);
        (await ForeignTool.ApacheArrow.Run(script)).Should().Contain("output_resistance").And.Contain("Pass");
    }

    [Fact]
    public async Task The_records_page_names_every_event_and_every_column()
    {
        using var subject = Subject.PowerBoard();
        var run = await subject.Run();
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/records.md"), TestContext.Current.CancellationToken);

        foreach (var name in run.Journal.Select(e => EventNames.Of(e)).Distinct())
            page.Should().Contain($"`{name}`");
        var columns = await ForeignTool.ApacheArrow.Run(
            "import { tableFromIPC } from 'apache-arrow'; import { readFileSync } from 'fs'; console.log(tableFromIPC(readFileSync(process.argv[1])).schema.names.join(' '));", run.Folder!.Measurements);
        foreach (var column in columns.Trim().Split(' '))
            page.Should().Contain($"`{column}`");
    }

    [Fact]
    public async Task The_README_has_exactly_two_commands_for_all_the_set_up()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        var section = readme[readme.IndexOf("## Two commands", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 1, StringComparison.Ordinal)];

        Snippets(section, "").Select(s => s.Trim()).Should().Equal("dotnet run -c Release --project experiments/PowerBoard", "dotnet test -c Release");
    }

    private static string[] Snippets(string page, string language) =>
        [.. Regex.Matches(page, $"^```{language}\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Select(m => m.Groups[1].Value)];

    // Statements of one page are one program.
    private static string[] Joined(string[] snippets)
    {
        var statements = snippets.Where(s => !s.Contains(" class ", StringComparison.Ordinal)).ToArray();
        var classes = snippets.Except(statements);
        return statements.Length == 0 ? snippets : [.. classes, string.Concat(statements)];
    }

    private static IEnumerable<string> Problems(string code)
    {
        var isProgram = !code.Contains(" class ", StringComparison.Ordinal);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            "snippet",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(string.Concat(Usings.Select(u => $"global using {u};\n")))],
            references,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not ("CS1701" or "CS1702"))       // as the SDK does
            .Select(d => d.ToString());
    }
}
