using System.Text.Json.Nodes;

namespace LabTest.Arrow.Tests.Canonical;

internal static class JsonAssertions
{
    /// <summary>Fails with the first place at which two documents differ.</summary>
    public static void ShouldEqual(this JsonNode? actual, JsonNode? expected, string because = "") =>
        Difference(actual, expected, "$").Should().BeNull(because);

    private static string? Difference(JsonNode? actual, JsonNode? expected, string path)
    {
        if (actual is JsonArray a && expected is JsonArray e)
        {
            var inside = a.Zip(e).Select((pair, i) => Difference(pair.First, pair.Second, $"{path}[{i}]")).FirstOrDefault(d => d is not null);
            return inside ?? (a.Count == e.Count ? null : $"{path} has {a.Count} values, expected {e.Count}");
        }

        return JsonNode.DeepEquals(actual, expected) ? null : $"{path} is {Show(actual)}, expected {Show(expected)}";
    }

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";
}
