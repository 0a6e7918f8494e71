using System.Runtime.Loader;
using LabTest.Recording;
using LabTest.Testing;
using LabTest.Xunit.Platform;
using LabTest.Xunit.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.v3;

namespace LabTest.Xunit.Tests;

/// <summary>What is known of experiments before they run: their arguments, and the cases of their theories.</summary>
public sealed class DeclarationTests
{
    public static TheoryData<string[], IReadOnlyList<object?>> Lists => new() { { ["A1", "B2"], [true, 0.5, null, new[] { "x" }] } };

    [Theory, MemberData(nameof(Lists))]
    public void A_list_of_texts_is_shown_with_its_texts_whole(string[] boards, IReadOnlyList<object?> mixed)
    {
        TestInfos.Of((IXunitTest)TestContext.Current.Test!).Conditions.Select(static c => c.Value.Text).Should().Equal("[A1, B2]", "[True, 0.5, null, [x]]");
        (boards.Length, mixed.Count).Should().Be((2, 4));
    }

    [Theory]
    [InlineData("SystemTests.Shared")]
    [InlineData("LabTestBenches")]
    [InlineData("MicrosoftFree")]
    public void Arguments_of_a_library_count_whatever_its_name_begins_with(string name)
    {
        using var folder = new TemporaryFolder();
        var library = Compiled(folder, name, "[assembly: LabTest.Recording.LabArgument(\"vin\", \"5 V\")] namespace Shared { public static class Limits; }");
        var experiments = Compiled(folder, $"Uses.{name}", "public static class Uses { public static System.Type Of => typeof(Shared.Limits); }", library);
        var context = new AssemblyLoadContext(name, isCollectible: true);
        context.LoadFromAssemblyPath(library);

        using (context.EnterContextualReflection())
        {
            var declared = DeclaredArguments.Of(context.LoadFromAssemblyPath(experiments));

            declared.Lines.Should().Equal("vin - [5 V]");
        }

        context.Unload();
    }

    private static string Compiled(TemporaryFolder folder, string name, string source, params string[] references)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] all = [Path.Combine(runtime, "System.Runtime.dll"), typeof(object).Assembly.Location, typeof(LabArgumentAttribute).Assembly.Location, .. references];
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], all.Select(static r => MetadataReference.CreateFromFile(r)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var file = folder[$"{name}.dll"];
        compilation.Emit(file).Diagnostics.Should().BeEmpty();
        return file;
    }
}
