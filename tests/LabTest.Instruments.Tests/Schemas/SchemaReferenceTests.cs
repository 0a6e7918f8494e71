using LabTest.Testing;

namespace LabTest.Instruments.Tests.Schemas;

/// <summary>Shipped YAML names its schema by a path that resolves wherever the file lies.</summary>
public sealed class SchemaReferenceTests
{
    private const string Mark = "# yaml-language-server: $schema=";

    [Theory]
    [InlineData("instruments")]
    [InlineData("fixtures/stations")]
    public void Every_file_of_the_repository_names_its_schema(string folder) => Check(Path.Combine(Repository.Root, folder));

    [Fact]
    public void Every_profile_beside_a_program_names_its_schema() => Check(Path.Combine(AppContext.BaseDirectory, "instruments"));

    // The template's package puts the schemas into the folder that it names (LabTest.Templates.csproj); TemplateTests makes a project of it.
    [Fact]
    public void The_template_names_the_schema_that_is_packed_with_it()
    {
        var folder = Path.Combine(Repository.Root, "templates/experiment");
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml"))
            Reference(file).Should().Be(Path.Combine(folder, "schemas", "station.schema.json"));
        File.ReadAllText(Path.Combine(Repository.Root, "templates/LabTest.Templates.csproj")).Should().Contain("""<Content Include="../schemas/*.json" PackagePath="content/experiment/schemas/" />""");
    }

    private static void Check(string folder)
    {
        var files = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories);

        files.Should().NotBeEmpty();
        foreach (var file in files)
        {
            var schema = Reference(file);
            File.Exists(schema).Should().BeTrue("{0} names {1}", file, schema);
            Path.GetFileName(schema).Should().Be(File.ReadAllText(file).Contains("labtest: station/", StringComparison.Ordinal) ? "station.schema.json" : "instrument.schema.json");
        }
    }

    private static string Reference(string file)
    {
        var first = File.ReadLines(file).First();
        first.Should().StartWith(Mark, "{0} is completed by editors", file);
        return Path.GetFullPath(first[Mark.Length..], Path.GetDirectoryName(file)!);
    }
}
