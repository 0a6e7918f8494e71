using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LabTest.Analyzers.Tests;

/// <summary>The source of an experiment, as the compiler sees it in a project of experiments.</summary>
internal static class Compiled
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using LabTest;
        global using LabTest.Capabilities;
        global using LabTest.Data;
        global using LabTest.Fixtures;
        global using LabTest.Recording;
        global using LabTest.Recording.Assertions;
        global using LabTest.Xunit;
        global using Xunit;
        global using FluentAssertions;

        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static p => MetadataReference.CreateFromFile(p))]);

    public static CSharpCompilation Of(string source)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Experiments", [Parsed(Usings, "Usings.cs"), Parsed(source, "Experiments.cs")], References.Value, options);
    }

    /// <summary>What the analyzer says: the id and the text it is about, in the order of the source. The source itself has to compile.</summary>
    public static async Task<string[]> Problems(string source)
    {
        var compilation = Of(source);
        compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        var found = await compilation.WithAnalyzers([new StepAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(static d => d.Location.SourceSpan.Start).Select(static d => string.Create(
            CultureInfo.InvariantCulture, $"{d.Id} {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}"))];
    }

    private static SyntaxTree Parsed(string source, string path) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), path);
}
