using System.Reflection;
using System.Text.RegularExpressions;
using LabTest.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LabTest.Hdf5.Tests.Readme;

/// <summary>The README's snippets, compiled as they stand and run one after the other in a folder of their own.</summary>
[Collection(nameof(ReadmeCollection))]
public sealed class ReadmeTests
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    [Fact]
    public async Task Snippets_compile_and_print_what_is_shown_beneath_them()
    {
        var readme = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "src", "Formats", "LabTest.Hdf5", "README.md"), TestContext.Current.CancellationToken);
        var snippets = Regex.Matches(
            readme, "```csharp\n(?<code>.*?)```(\n\n```text\n(?<output>.*?)```)?", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        snippets.Should().HaveCount(5);

        using var folder = new TemporaryFolder();
        var (before, output) = (Environment.CurrentDirectory, Console.Out);
        try
        {
            Environment.CurrentDirectory = folder.Path;
            foreach (var snippet in snippets.Select(match => match.Groups))
            {
                await using var printed = new StringWriter { NewLine = "\n" };
                Console.SetOut(printed);
                Compile(snippet["code"].Value).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
                printed.ToString().Should().Be(snippet["output"].Value);
            }
        }
        finally
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = before;
        }
    }

    private static Assembly Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            $"readme-{Guid.NewGuid():n}",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(ImplicitUsings)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var bytes = new MemoryStream();
        var result = compilation.Emit(bytes);
        result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();
        return Assembly.Load(bytes.ToArray());
    }
}
