using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

/// <summary><c>[lowest, highest]</c> of a parameter, or such pairs of a channel's parameters.</summary>
internal sealed record BoundsSpec(BoundEndsSpec? Ends, IReadOnlyDictionary<string, BoundEndsSpec> OfChannel, YamlMark Mark) : IYamlForm<BoundsSpec>
{
    public static BoundsSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlMapping)
            return binder.Bind<BoundEndsSpec>(node) is { } ends ? new BoundsSpec(ends, new Dictionary<string, BoundEndsSpec>(), node.Mark) : null;
        return binder.Bind<IReadOnlyDictionary<string, BoundEndsSpec>>(node) is { } parameters ? new BoundsSpec(Ends: null, parameters, node.Mark) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(writer.Of<BoundEndsSpec>(), JsonSchemaWriter.Map(writer.Of<BoundEndsSpec>()));
}
