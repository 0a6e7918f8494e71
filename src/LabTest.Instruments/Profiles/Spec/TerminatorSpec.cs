using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>One text for both directions, or <c>{write, read}</c>.</summary>
internal sealed record TerminatorSpec(string Write, string Read) : IYamlForm<TerminatorSpec>
{
    public static TerminatorSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlMapping mapping)
            return binder.Scalar(node, "a terminator") is { } both ? Checked(both.Text, both.Text, node, binder) : null;
        if (mapping.Entries.Count == 2 && mapping.Find("write") is YamlScalar write && mapping.Find("read") is YamlScalar read)
            return Checked(write.Text, read.Text, node, binder);
        binder.Add(node.Mark, "a terminator is one text, or {write: …, read: …}");
        return null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(
        JsonSchemaWriter.Type("string"),
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["write"] = JsonSchemaWriter.Type("string"), ["read"] = JsonSchemaWriter.Type("string") },
            ["required"] = new JsonArray("write", "read"),
            ["additionalProperties"] = false,
        });

    private static TerminatorSpec? Checked(string write, string read, YamlNode node, YamlBinder binder)
    {
        if (write.Length > 0 && read.Length > 0)
            return new TerminatorSpec(write, read);
        binder.Add(node.Mark, "a terminator cannot be empty; write it in double quotes, as \"\\n\"");
        return null;
    }
}
