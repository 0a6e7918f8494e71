using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary><c>[lowest, highest]</c> for all channels, or one such pair a channel.</summary>
internal sealed record RangeSpec(RangeEndsSpec? All, IReadOnlyDictionary<string, RangeEndsSpec> ByChannel, YamlMark Mark) : IYamlForm<RangeSpec>
{
    private static readonly Dictionary<string, RangeEndsSpec> None = [];

    public static RangeSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is YamlMapping)
        {
            return binder.Bind<IReadOnlyDictionary<string, RangeEndsSpec>>(node) is { } byChannel
                ? new RangeSpec(All: null, byChannel, node.Mark)
                : null;
        }

        return binder.Bind<RangeEndsSpec>(node) is { } all ? new RangeSpec(all, None, node.Mark) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(writer.Of<RangeEndsSpec>(), JsonSchemaWriter.Map(writer.Of<RangeEndsSpec>()));
}
