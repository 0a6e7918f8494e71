using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

/// <summary><c>true</c>, <c>false</c>, <c>never</c>, or <c>remote</c> for a simulator behind an address.</summary>
internal sealed record SimulateSpec(Simulate Value, YamlMark Mark) : IYamlForm<SimulateSpec>
{
    public static SimulateSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (binder.Scalar(node, "true, false, never or remote") is not { } scalar)
            return null;
        Simulate? value = scalar.AsFlag switch
        {
            true => Simulate.Yes,
            false => Simulate.No,
            null when scalar.Text == "never" => Simulate.Never,
            null when scalar.Text == "remote" => Simulate.Remote,
            _ => null,
        };
        if (value is null)
            binder.Add(scalar.Mark, $"'{scalar.Text}' is none of true, false, never and remote", Spelling.Nearest(scalar.Text, ["true", "false", "never", "remote"]));
        return value is { } given ? new SimulateSpec(given, scalar.Mark) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => new JsonObject { ["enum"] = new JsonArray(true, false, "never", "remote") };
}
