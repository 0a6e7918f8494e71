using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>A unit, or a unit for each value of another parameter.</summary>
internal sealed record UnitSpec(Unit? Unit, UnitBySpec? By) : IYamlForm<UnitSpec>
{
    public static UnitSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is YamlMapping)
            return binder.Bind<UnitBySpec>(node) is { } by ? new UnitSpec(Unit: null, by) : null;
        return binder.Bind<Unit>(node) is { } unit ? new UnitSpec(unit, By: null) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(JsonSchemaWriter.Type("string"), writer.Of<UnitBySpec>());
}
