using System.Text.Json;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;
using LabTest.Testing;
using LabTest.Testing.Foreign;

namespace LabTest.Instruments.Tests.Schemas;

/// <summary>The JSON Schemas for editors are those of the C# types, and a foreign validator reads them as we mean them.</summary>
public sealed class SchemaTests
{
    private const string Validator = """
        import Ajv from 'ajv/dist/2020.js';
        import { parse } from 'yaml';
        import { readFileSync } from 'node:fs';
        const [schema, ...files] = process.argv.slice(1);
        const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));
        console.log(JSON.stringify(files.map(f => validate(parse(readFileSync(f, 'utf8'))) ? '' : validate.errors.map(e => e.instancePath + ' ' + e.message).join('; '))));
        """;

    [Fact]
    public void The_profile_schema_is_current() => Compare("instrument", JsonSchemaWriter.Write<ProfileSpec>("LabTest instrument profile"));

    [Fact]
    public void The_station_schema_is_current() => Compare("station", JsonSchemaWriter.Write<StationSpec>("LabTest station"));

    [Theory]
    [InlineData("instrument", "instruments")]
    [InlineData("station", "fixtures/stations")]
    public async Task A_foreign_validator_accepts_what_is_shipped(string schema, string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories);

        var verdicts = await Validate(schema, files);

        files.Zip(verdicts).Where(v => v.Second.Length > 0).Should().BeEmpty();
    }

    [Theory]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nparmeters: {}\n")]
    [InlineData("instrument", "labtest: instrument/2\nid: a/b\n")]
    [InlineData("instrument", "labtest: instrument/1\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nclass: toaster\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nparameters: { v: { scpi: VOLT, range: [0] } }\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nparameters: { v: { scpi: VOLT, rnage: [0, 1] } }\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nparameters: { v: [VOLT] }\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nchannels: { ids: 3, address: list, parameters: {} }\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nactions: { go: [ { wrte: GO } ] }\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nerrors: { check: sometimes }\n")]
    [InlineData("instrument", "labtest: instrument/1\nid: a/b\nsim: { variables: { load: heavy } }\n")]
    [InlineData("station", "labtest: station/1\nname: a\n")]
    [InlineData("station", "labtest: station/1\nname: a\ninstruments: [psu]\n")]
    [InlineData("station", "labtest: station/1\nname: a\nseed: lucky\ninstruments: { psu: { profile: a/b } }\n")]
    [InlineData("station", "labtest: station/1\nname: a\nsimulate: maybe\ninstruments: { psu: { profile: a/b } }\n")]
    [InlineData("station", "labtest: station/1\nname: a\ninstruments: { psu: { profile: a/b, bounds: { voltage: 5 } } }\n")]
    [InlineData("station", "labtest: station/1\nname: a\ninstruments: { psu: { profile: a/b } }\nwiring: [ { from: psu.v } ]\n")]
    public async Task A_foreign_validator_refuses_what_the_loader_refuses(string schema, string text)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["it.yaml"], text);

        (await Validate(schema, folder["it.yaml"])).Should().ContainSingle().Which.Should().NotBeEmpty();

        var binder = new YamlBinder();
        binder.Bind(schema == "station" ? typeof(StationSpec) : typeof(ProfileSpec), YamlReader.ReadMapping("it.yaml", text));
        binder.Problems.Should().NotBeEmpty();
    }

    private static async Task<string[]> Validate(string schema, params string[] files) =>
        JsonSerializer.Deserialize<string[]>(await ForeignTool.Ajv.Run([Validator, SchemaFile(schema), .. files]))!;

    private static void Compare(string name, string made)
    {
        var file = SchemaFile(name);
        if (File.Exists(file) && File.ReadAllText(file) == made)
            return;
        var received = Path.ChangeExtension(file, ".received.json");
        File.WriteAllText(received, made);
        Assert.Fail($"{file} is not what the C# types say; compare it with {received} and put that in its place.");
    }

    private static string SchemaFile(string name) => Path.Combine(Repository.Root, "schemas", $"{name}.schema.json");
}
