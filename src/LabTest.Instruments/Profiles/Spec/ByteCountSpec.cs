using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>A number of bytes, or of bytes a second: <c>4096</c>, <c>16 MB</c>, <c>100 kB/s</c>.</summary>
/// <param name="Mark">Where it stands.</param>
/// <param name="Bytes">The bytes; a kB has 1000.</param>
/// <param name="IsRate">Whether "/s" was written.</param>
internal sealed partial record ByteCountSpec(YamlMark Mark, long Bytes, bool IsRate) : IYamlForm<ByteCountSpec>
{
    private const double Most = 1L << 50;

    public static ByteCountSpec? Bind(YamlNode node, YamlBinder binder)
    {
        if (binder.Scalar(node, "a number of bytes") is not { } scalar)
            return null;
        if (Form().Match(scalar.Text) is { Success: true } match
            && double.TryParse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number * Factor(match.Groups["prefix"].Value) is >= 1 and <= Most and var bytes)
            return new ByteCountSpec(scalar.Mark, (long)bytes, match.Groups["rate"].Success);
        binder.Add(scalar.Mark, $"'{scalar.Text}' is not a number of bytes; write it as 4096, 16 MB or 100 kB/s");
        return null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.Type("number", "string");

    private static double Factor(string prefix) => prefix switch { "k" => 1e3, "M" => 1e6, "G" => 1e9, _ => 1 };

    [GeneratedRegex(@"^(?<number>[0-9]+(?:\.[0-9]+)?(?:e[0-9]+)?)\s*(?:(?<prefix>[kMG])?B(?<rate>/s)?)?$", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
