using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

/// <summary>One path, or several.</summary>
internal sealed record ConnectionSpec(IReadOnlyList<string> Paths, YamlMark Mark) : IYamlForm<ConnectionSpec>
{
    public static ConnectionSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is YamlSequence)
            return binder.Bind<IReadOnlyList<string>>(node) is { } paths ? new ConnectionSpec(paths, node.Mark) : null;
        return binder.Scalar(node, "a path") is { } path ? new ConnectionSpec([path.Text], node.Mark) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(JsonSchemaWriter.Type("string"), JsonSchemaWriter.List(JsonSchemaWriter.Type("string")));
}
