using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary><c>none</c>, or a query and what its answer must match.</summary>
internal sealed record IdentifySpec(IdentifyQuerySpec? Query) : IYamlForm<IdentifySpec>
{
    public static IdentifySpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is YamlScalar { Text: "none" })
            return new IdentifySpec(Query: null);
        return binder.Bind<IdentifyQuerySpec>(node) is { } query ? new IdentifySpec(query) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(new JsonObject { ["const"] = "none" }, writer.Of<IdentifyQuerySpec>());
}
