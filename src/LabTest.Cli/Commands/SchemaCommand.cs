using System.CommandLine;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;
using LabTest.Recording;

namespace LabTest.Cli.Commands;

/// <summary><c>labtest schema</c>: the JSON Schemas of profiles and stations, with which editors complete and check them.</summary>
internal static class SchemaCommand
{
    private static readonly Dictionary<string, Func<string>> Schemas = new(StringComparer.Ordinal)
    {
        ["instrument"] = static () => JsonSchemaWriter.Write<ProfileSpec>("LabTest instrument profile"),
        ["station"] = static () => JsonSchemaWriter.Write<StationSpec>("LabTest station"),
    };

    public static Command Make(Surroundings surroundings)
    {
        var kind = new Argument<string?>("kind") { Arity = ArgumentArity.ZeroOrOne, Description = "instrument or station." };
        kind.AcceptOnlyFromAmong([.. Schemas.Keys]);
        var write = new Option<string?>("--write") { Description = "Write both schemas into a folder, and say which first line of a YAML file names them." };
        var command = new Command("schema", "Print the JSON Schema of a kind of file, for editors.") { kind, write };
        command.SetAction(line =>
        {
            if (line.GetValue(write) is { } folder)
                Write(surroundings, surroundings.FullPath(folder));
            else if (line.GetValue(kind) is { } asked)
                surroundings.Out.Whole(Schemas[asked]());
            else
                throw new RecordingException("Say which schema: 'labtest schema instrument' or 'labtest schema station'; or a folder for both with --write.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(Surroundings surroundings, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, schema) in Schemas)
        {
            var file = Path.Combine(folder, $"{name}.schema.json");
            File.WriteAllText(file, schema());
            surroundings.Out.Plain(file);
        }

        surroundings.Out.Plain("First line of a YAML file, with the path from it: # yaml-language-server: $schema=schemas/station.schema.json");
    }
}
