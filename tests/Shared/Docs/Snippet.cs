using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LabTest.Testing.Docs;

/// <summary>A piece of C# as a page shows it, compiled against all that the test project refers to.</summary>
/// <param name="code">The code: a program of statements, or types only.</param>
/// <param name="usings">The namespaces that are imported besides those that the SDK imports.</param>
internal sealed class Snippet(string code, params string[] usings)
{
    private static readonly string[] ImplicitUsings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading.Tasks"];

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))]);

    /// <summary>What the compiler warns of or refuses, but for what the SDK silences.</summary>
    public string[] Problems() =>
        [.. Compile().GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not ("CS1701" or "CS1702")).Select(d => d.ToString())];

    /// <summary>Runs the program; to be called once it is known to have no problems.</summary>
    public void Run()
    {
        using var bytes = new MemoryStream();
        Compile().Emit(bytes);
        Assembly.Load(bytes.ToArray()).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
    }

    private CSharpCompilation Compile()
    {
        var tree = CSharpSyntaxTree.ParseText(code);
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(m => m is GlobalStatementSyntax);
        return CSharpCompilation.Create(
            $"snippet-{Guid.NewGuid():n}",
            [tree, CSharpSyntaxTree.ParseText(string.Concat(ImplicitUsings.Concat(usings).Select(u => $"global using {u};\n")))],
            References.Value,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
