using System.Text.Json.Nodes;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

/// <summary>The answers that mean that there is no valid value, before scaling: numbers, texts, and bounds beyond which every number means it.</summary>
internal sealed record OverloadSpec(IReadOnlyList<double> Numbers, IReadOnlyList<string> Texts, IReadOnlyList<OverloadBoundsSpec> Bounds) : IYamlForm<OverloadSpec>
{
    public static OverloadSpec? Bind(YamlNode node, YamlBinder binder)
    {
        List<double> numbers = [];
        List<string> texts = [];
        List<OverloadBoundsSpec> bounds = [];
        foreach (var item in node is YamlSequence list ? list.Items : [node])
        {
            if (item is YamlMapping)
            {
                if (binder.Bind<OverloadBoundsSpec>(item) is { } given && given.Check(binder))
                    bounds.Add(given);
            }
            else if (binder.Scalar(item, "a number, a text or {at_least: number, at_most: number}") is { } scalar)
            {
                if (scalar.AsNumber is { } number)
                    numbers.Add(number);
                else
                    texts.Add(scalar.Text.Trim());
            }
        }

        if (node is YamlSequence { Items.Count: 0 })
            binder.Add(node.Mark, "nothing is listed; list the answers that mean there is no valid value, or leave 'overload' out");
        return new OverloadSpec(numbers, texts, bounds);
    }

    public static JsonNode Schema(JsonSchemaWriter writer)
    {
        var bounds = writer.Of<OverloadBoundsSpec>();
        return JsonSchemaWriter.AnyOf(
            JsonSchemaWriter.Type("number", "string"), bounds, JsonSchemaWriter.List(JsonSchemaWriter.AnyOf(JsonSchemaWriter.Type("number", "string"), bounds.DeepClone())));
    }

    /// <summary>Whether a number means it; a number that is given above zero means it with either sign.</summary>
    public bool Matches(double sent) =>
        Numbers.Any(n => IsNear(sent, n) || (n > 0 && IsNear(sent, -n))) || Bounds.Any(b => sent >= b.AtLeast || sent <= b.AtMost);

    /// <summary>Whether a text means it, with quotes or without.</summary>
    public bool Matches(string sent) => Texts.Any(t => string.Equals(t, sent, StringComparison.OrdinalIgnoreCase) || string.Equals(t, StringData.Unquote(sent), StringComparison.OrdinalIgnoreCase));

    /// <summary>What an instrument sends, for the simulator.</summary>
    public string Sample() => Texts is [var text, ..] ? text : NumericData.Write(Numbers is [var number, ..] ? number : Bounds is [var b, ..] ? b.AtLeast ?? b.AtMost!.Value : double.NaN);

    private static bool IsNear(double sent, double given) => double.IsFinite(given) ? Math.Abs(sent - given) <= 1e-6 * Math.Abs(given) : sent.Equals(given);
}
