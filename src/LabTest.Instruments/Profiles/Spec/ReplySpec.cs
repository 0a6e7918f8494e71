using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>What a command that is no query is answered with: <c>none</c>, <c>line</c>, <c>echo</c>, <c>{match: regex}</c> or <c>{prompt: text}</c>.</summary>
internal sealed record ReplySpec(YamlMark Mark, ReplyKind Kind, string? Text = null) : IYamlForm<ReplySpec>
{
    private const string Wanted = "a reply is none, line, echo, {match: regex} or {prompt: text}";

    public static ReplySpec? Bind(YamlNode node, YamlBinder binder)
    {
        ReplySpec? reply = node switch
        {
            YamlScalar { Text: "none" } => new ReplySpec(node.Mark, ReplyKind.None),
            YamlScalar { Text: "line" } => new ReplySpec(node.Mark, ReplyKind.Line),
            YamlScalar { Text: "echo" } => new ReplySpec(node.Mark, ReplyKind.Echo),
            YamlMapping { Entries.Count: 1 } mapping when mapping.Find("match") is YamlScalar { Text.Length: > 0 } match => new ReplySpec(match.Mark, ReplyKind.Match, match.Text),
            YamlMapping { Entries.Count: 1 } mapping when mapping.Find("prompt") is YamlScalar { Text.Length: > 0 } prompt => new ReplySpec(prompt.Mark, ReplyKind.Prompt, prompt.Text),
            _ => null,
        };
        if (reply is null)
            binder.Add(node.Mark, Wanted);
        return reply;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(
        new JsonObject { ["enum"] = new JsonArray("none", "line", "echo") }, OneText("match"), OneText("prompt"));

    private static JsonObject OneText(string key) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [key] = JsonSchemaWriter.Type("string") },
        ["required"] = new JsonArray(key),
        ["additionalProperties"] = false,
    };
}
