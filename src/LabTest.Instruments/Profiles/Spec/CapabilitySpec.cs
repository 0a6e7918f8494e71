using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>One name, several names, or names by role.</summary>
internal sealed record CapabilitySpec(YamlMark Mark, IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> Roles) : IYamlForm<CapabilitySpec>
{
    private static readonly Dictionary<string, string> NoRoles = [];

    public static CapabilitySpec? Bind(YamlNode node, YamlBinder binder)
    {
        switch (node)
        {
            case YamlMapping:
                return binder.Bind<IReadOnlyDictionary<string, string>>(node) is { } roles ? new CapabilitySpec(node.Mark, [], roles) : null;
            case YamlSequence:
                return binder.Bind<IReadOnlyList<string>>(node) is { } names ? new CapabilitySpec(node.Mark, names, NoRoles) : null;
            default:
                return binder.Scalar(node, "the name of a parameter or action") is { } name ? new CapabilitySpec(node.Mark, [name.Text], NoRoles) : null;
        }
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(
        JsonSchemaWriter.Type("string"), JsonSchemaWriter.List(JsonSchemaWriter.Type("string")), JsonSchemaWriter.Map(JsonSchemaWriter.Type("string")));
}
