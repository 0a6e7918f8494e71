using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>A list of values, or names and the text that is sent for each.</summary>
internal sealed record OptionsSpec(YamlMark Mark, IReadOnlyList<ValueSpec> Values, IReadOnlyDictionary<string, string> Wire) : IYamlForm<OptionsSpec>
{
    private static readonly Dictionary<string, string> None = [];

    public static OptionsSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is YamlMapping)
        {
            return binder.Bind<IReadOnlyDictionary<string, string>>(node) is { } wire
                ? new OptionsSpec(node.Mark, [], wire)
                : null;
        }

        return binder.Bind<IReadOnlyList<ValueSpec>>(node) is { } values ? new OptionsSpec(node.Mark, values, None) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) =>
        JsonSchemaWriter.AnyOf(JsonSchemaWriter.List(writer.Of<ValueSpec>()), JsonSchemaWriter.Map(JsonSchemaWriter.Type("string", "number", "boolean")));
}
