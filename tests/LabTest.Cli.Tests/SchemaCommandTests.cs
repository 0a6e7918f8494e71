using System.Text.Json;
using LabTest.Testing;

namespace LabTest.Cli.Tests;

public sealed class SchemaCommandTests
{
    [Theory]
    [InlineData("instrument")]
    [InlineData("station")]
    public async Task A_schema_is_printed_as_it_is_shipped(string kind)
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call("schema", kind);

        code.Should().Be(0);
        JsonDocument.Parse(output).RootElement.GetProperty("title").GetString().Should().StartWith("LabTest");
        output.Should().Be(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schemas", $"{kind}.schema.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Both_are_written_into_a_folder()
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call("schema", "--write", "schemas");

        code.Should().Be(0);
        output.Should().Contain(command.Folder["schemas/station.schema.json"]).And.Contain("# yaml-language-server: $schema=schemas/station.schema.json");
        File.Exists(command.Folder["schemas/instrument.schema.json"]).Should().BeTrue();
    }

    [Fact]
    public async Task Nothing_asked_for_says_what_may_be()
    {
        using var command = new CommandLine();

        var (code, output) = await command.Call("schema");

        code.Should().Be(1);
        output.Should().Contain("labtest schema instrument");
    }
}
