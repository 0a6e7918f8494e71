using System.Text.Json.Nodes;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

/// <summary>The value of a parameter, or the values of a channel's parameters.</summary>
internal sealed record SettingsSpec(ValueSpec? Value, IReadOnlyDictionary<string, ValueSpec> OfChannel, YamlMark Mark) : IYamlForm<SettingsSpec>
{
    public static SettingsSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlMapping)
            return binder.Bind<ValueSpec>(node) is { } value ? new SettingsSpec(value, new Dictionary<string, ValueSpec>(), node.Mark) : null;
        return binder.Bind<IReadOnlyDictionary<string, ValueSpec>>(node) is { } parameters ? new SettingsSpec(Value: null, parameters, node.Mark) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(writer.Of<ValueSpec>(), JsonSchemaWriter.Map(writer.Of<ValueSpec>()));
}
