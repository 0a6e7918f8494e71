using System.Text.RegularExpressions;
using LabTest.Instruments.Checking;
using LabTest.Instruments.Profiles.Compiling;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Yaml;
using LabTest.Testing;
using LabTest.Testing.Docs;

namespace LabTest.Instruments.Tests.Docs;

/// <summary>What the pages of docs/ show is loaded, checked and compiled as it stands there.</summary>
public sealed class DocsTests
{
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
    public void Every_class_on_a_page_compiles(string page, int number, string text) =>
        new Snippet(text).Problems().Should().BeEmpty($"{page}.md shows it as its class {number}");

    [Fact]
    public async Task The_refusal_that_stations_md_shows_is_the_one_that_is_given()
    {
        var page = PageOf("stations");
        var bench = page.Blocks("yaml")[0];
        await using var station = await TestBench.Open(Regex.Replace(bench, "(?m)^    (address|calibration|serial):.*\n", ""));
        var set = async () => await station.Set("psu.vdd.voltage", 5.6.Volts());

        (await set.Should().ThrowAsync<BoundViolationException>()).Which.Message.Should().Be(page.Blocks("text").Single().TrimEnd());
    }

    [Fact]
    public void The_classes_are_those_that_the_loader_checks()
    {
        var (file, page) = (PageOf("classes").File, PageOf("classes").Text);
        var made = string.Join('\n', InstrumentClasses.Definitions.SelectMany(Section)) + "\n";
        var at = page.IndexOf("\n## ", StringComparison.Ordinal) + 1;
        if (at > 0 && page[at..] == made)
            return;
        File.WriteAllText(Path.ChangeExtension(file, ".received.md"), (at > 0 ? page[..at] : page + "\n") + made);
        Assert.Fail($"{file} is not what the loader checks; compare it with classes.received.md and put that in its place.");
    }

    [Fact]
    public void Every_key_of_a_profile_and_a_station_is_on_a_page()
    {
        var text = string.Concat(Pages.Select(p => PageOf(p).Text));

        Keys(typeof(ProfileSpec)).Concat(Keys(typeof(ParameterSpec))).Concat(Keys(typeof(Stations.Spec.StationSpec))).Concat(Keys(typeof(Stations.Spec.StationInstrumentSpec)))
            .Where(k => !Regex.IsMatch(text, $@"\b{k}\b")).Should().BeEmpty();

        static IEnumerable<string> Keys(Type type) => YamlTypes.KeysOf(type).Keys;
    }

    [Fact]
    public void The_functions_and_models_that_are_named_are_there()
    {
        PageOf("simulation").Text.Should().ContainAll("`ldo`", "`buck_converter`");
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
        PageOf(page).Blocks(language).Select((text, i) => new TheoryDataRow<string, int, string>(page, i + 1, text)));

    private static Page PageOf(string name) => new($"docs/{name}.md");

    [Fact]
    public void Every_parameter_and_port_of_a_DUT_model_stands_in_the_docs_with_its_default()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs/simulation.md"));
        foreach (var type in DutModelFactory.BuiltInTypes)
        {
            var parameters = new DutParameters(new Dictionary<string, Quantity>());
            var model = DutModelFactory.Make(type, parameters);

            var rows = page.SkipWhile(l => !l.StartsWith($"| `{type}` |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split(" | ")[..2]).ToArray();
            rows.Should().BeEquivalentTo(parameters.Asked.Select(p => new[] { $"| `{p.Key}`", $"{p.Value}" }));
            page.Should().ContainSingle(l => l == $"`{type}`: inputs {string.Join(", ", model.Inputs.Select(i => $"`{i}`"))}; outputs {string.Join(", ", model.Outputs.Select(o => $"`{o}`"))}.");
        }
    }
}
