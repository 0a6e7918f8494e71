using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

/// <summary><c>[lowest, highest]</c>; both are allowed.</summary>
internal sealed record BoundEndsSpec(Quantity Low, Quantity High, YamlMark Mark) : IYamlForm<BoundEndsSpec>
{
    public static BoundEndsSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlSequence { Items.Count: 2 } pair)
        {
            binder.Add(node.Mark, $"a bound is wanted here, as in [0, 5.5], not {node.Describe()}");
            return null;
        }

        return binder.Bind(typeof(Quantity), pair.Items[0]) is Quantity low && binder.Bind(typeof(Quantity), pair.Items[1]) is Quantity high
            ? new BoundEndsSpec(low, high, node.Mark)
            : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer)
    {
        var list = JsonSchemaWriter.List(writer.Of<Quantity>());
        list["minItems"] = 2;
        list["maxItems"] = 2;
        return list;
    }
}
