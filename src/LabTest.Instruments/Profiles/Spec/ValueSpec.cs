using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>A value as it stands in the file; the parameter it is for decides what it must be.</summary>
internal sealed record ValueSpec(YamlScalar Scalar) : IYamlForm<ValueSpec>
{
    public YamlMark Mark => Scalar.Mark;

    /// <summary>The value: a flag, a number, or a text, which may be a name, an option or a quantity.</summary>
    public ParameterValue Value => Scalar.AsFlag is { } flag ? flag : Scalar.AsNumber is { } number ? number : Scalar.Text;

    public static ValueSpec? Bind(YamlNode node, YamlBinder binder) => binder.Scalar(node, "a value") is { } scalar ? new ValueSpec(scalar) : null;

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.Type("string", "number", "boolean");

    public override string ToString() => Scalar.Text;
}
