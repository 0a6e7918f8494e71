using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary><c>[lowest, highest]</c>; both are allowed values.</summary>
[YamlName("a range [lowest, highest]")]
internal sealed record RangeEndsSpec(ExpressionSpec Low, ExpressionSpec High) : IYamlForm<RangeEndsSpec>
{
    public static RangeEndsSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlSequence { Items.Count: 2 } pair)
        {
            binder.Add(node.Mark, $"a range is wanted here, as in [0, 6], not {node.Describe()}");
            return null;
        }

        var low = ExpressionSpec.Bind(pair.Items[0], binder);
        var high = ExpressionSpec.Bind(pair.Items[1], binder);
        return low is null || high is null ? null : new RangeEndsSpec(low, high);
    }

    public static JsonNode Schema(JsonSchemaWriter writer)
    {
        var list = JsonSchemaWriter.List(writer.Of<ExpressionSpec>());
        list["minItems"] = 2;
        list["maxItems"] = 2;
        return list;
    }
}
