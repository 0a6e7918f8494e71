using System.Text.RegularExpressions;
using LabTest.Instruments.Checking;
using LabTest.Instruments.Profiles.Compiling;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Yaml;
using LabTest.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LabTest.Instruments.Tests.Docs;

/// <summary>What the pages of docs/ show is loaded, checked and compiled as it stands there.</summary>
public sealed partial class DocsTests
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";

    private static readonly string[] Pages = ["profiles", "stations", "simulation"];

    public static TheoryData<string, int, string> Yaml { get; } = [.. Blocks("yaml")];

    public static TheoryData<string, int, string> Code { get; } = [.. Blocks("csharp")];

    [Theory]
    [MemberData(nameof(Yaml))]
    public async Task Every_file_on_a_page_passes_the_check(string page, int number, string text)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["it.yaml"], text.StartsWith("labtest:", StringComparison.Ordinal) ? text : $"{TestBench.ProfileHead}{text}");

        var report = await new FileChecker([TestBench.Instruments]).Check(folder["it.yaml"], CancellationToken.None);

        report.Problems.Should().BeEmpty($"{page}.md shows it as its file {number}");
        report.SelfChecks.SelectMany(c => c.Problems).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Code))]
    public void Every_class_on_a_page_compiles(string page, int number, string text)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            $"{page}-{number}", [CSharpSyntaxTree.ParseText(text), CSharpSyntaxTree.ParseText(ImplicitUsings)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();
    }

    [Fact]
    public async Task The_refusal_that_stations_md_shows_is_the_one_that_is_given()
    {
        var bench = Blocks("yaml").First(b => b.Data.Item1 == "stations").Data.Item3;
        await using var station = await TestBench.Open(Regex.Replace(bench, "(?m)^    (address|calibration|serial):.*\n", ""));
        var set = async () => await station.Set("psu.vdd.voltage", 5.6.Volts());

        (await set.Should().ThrowAsync<BoundViolationException>()).Which.Message.Should().Be(Blocks("text").Single(b => b.Data.Item1 == "stations").Data.Item3.TrimEnd());
    }

    [Fact]
    public void The_classes_are_those_that_the_loader_checks()
    {
        var file = PageFile("classes");
        var made = string.Join('\n', InstrumentClasses.Definitions.SelectMany(Section)) + "\n";
        var page = File.ReadAllText(file);
        var at = page.IndexOf("\n## ", StringComparison.Ordinal) + 1;
        if (at > 0 && page[at..] == made)
            return;
        File.WriteAllText(Path.ChangeExtension(file, ".received.md"), (at > 0 ? page[..at] : page + "\n") + made);
        Assert.Fail($"{file} is not what the loader checks; compare it with classes.received.md and put that in its place.");
    }

    [Fact]
    public void Every_key_of_a_profile_and_a_station_is_on_a_page()
    {
        var text = string.Concat(Pages.Select(p => File.ReadAllText(PageFile(p))));

        Keys(typeof(ProfileSpec)).Concat(Keys(typeof(ParameterSpec))).Concat(Keys(typeof(Stations.Spec.StationSpec))).Concat(Keys(typeof(Stations.Spec.StationInstrumentSpec)))
            .Where(k => !Regex.IsMatch(text, $@"\b{k}\b")).Should().BeEmpty();

        static IEnumerable<string> Keys(Type type) => YamlTypes.KeysOf(type).Keys;
    }

    [Fact]
    public void The_functions_and_models_that_are_named_are_there()
    {
        File.ReadAllText(PageFile("simulation")).Should().ContainAll("`ldo`", "`buck_converter`");
        DutModelFactory.IsBuiltIn("ldo").Should().BeTrue();
    }

    private static IEnumerable<string> Section(KeyValuePair<InstrumentClass, ClassDefinition> entry)
    {
        var (kind, definition) = entry;
        yield return $"## {YamlTypes.SnakeCase(kind.ToString())}";
        yield return "";
        yield return $"After {definition.Standard}.{(definition.NeedsSafeState ? " It has a safe state." : "")}{(definition.Capabilities.Count == 0 ? "" : $" It has the capabilities {string.Join(" and ", definition.Capabilities)}.")}";
        yield return "";
        yield return "| parameter | of | kind | type | unit |";
        yield return "|---|---|---|---|---|";
        foreach (var member in definition.Members)
            yield return $"| `{member.Name}` | {(member.IsChannel ? "each channel" : "the instrument")} | {YamlTypes.SnakeCase(member.Kind.ToString())} | {YamlTypes.SnakeCase(member.Type.ToString())} | {(member.Unit.Length == 0 ? "–" : member.Unit)} |";
        yield return "";
    }

    private static IEnumerable<TheoryDataRow<string, int, string>> Blocks(string language) => Pages.SelectMany(page =>
        Fence().Matches(File.ReadAllText(PageFile(page))).Where(m => m.Groups["language"].Value == language)
            .Select((m, i) => new TheoryDataRow<string, int, string>(page, i + 1, m.Groups["text"].Value)));

    private static string PageFile(string page) => Path.Combine(Repository.Root, "docs", $"{page}.md");

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
