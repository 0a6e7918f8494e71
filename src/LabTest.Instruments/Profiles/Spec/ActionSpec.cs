using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>A list of steps, or a mapping with a text, arguments, steps and what it returns.</summary>
internal sealed record ActionSpec(ActionBodySpec Body) : IYamlForm<ActionSpec>
{
    public static ActionSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlSequence)
            return binder.Bind<ActionBodySpec>(node) is { } body ? new ActionSpec(body) : null;
        return binder.Bind<IReadOnlyList<StepSpec>>(node) is { } steps ? new ActionSpec(new ActionBodySpec { Do = steps, Mark = node.Mark }) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(JsonSchemaWriter.List(writer.Of<StepSpec>()), writer.Of<ActionBodySpec>());
}
