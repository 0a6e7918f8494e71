using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>The command that sets a parameter: a text, or <c>{send, reply}</c> where it is answered otherwise than other commands.</summary>
internal sealed record SetSpec(string Send, ReplySpec? Reply = null) : IYamlForm<SetSpec>
{
    public static SetSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlMapping mapping)
            return binder.Scalar(node, "a command") is { } text ? new SetSpec(text.Text) : null;
        if (mapping.Find("send") is YamlScalar send && mapping.Find("reply") is { } reply && mapping.Entries.Count == 2)
            return ReplySpec.Bind(reply, binder) is { } bound ? new SetSpec(send.Text, bound) : null;
        binder.Add(node.Mark, "the command that sets is a text, or {send: text, reply: …}");
        return null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(
        JsonSchemaWriter.Type("string", "number", "boolean"),
        new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["send"] = JsonSchemaWriter.Type("string"), ["reply"] = writer.Of<ReplySpec>() },
            ["required"] = new JsonArray("send", "reply"),
            ["additionalProperties"] = false,
        });
}
