using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>A list of rows, or a mapping with rows, their selector, basis and validity.</summary>
internal sealed record AccuracySpec(AccuracyBodySpec Body) : IYamlForm<AccuracySpec>
{
    public static AccuracySpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlSequence)
            return binder.Bind<AccuracyBodySpec>(node) is { } body ? new AccuracySpec(body) : null;
        return binder.Bind<IReadOnlyList<AccuracyRowSpec>>(node) is { } rows
            ? new AccuracySpec(new AccuracyBodySpec { Rows = rows, Mark = node.Mark })
            : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(JsonSchemaWriter.List(writer.Of<AccuracyRowSpec>()), writer.Of<AccuracyBodySpec>());
}
