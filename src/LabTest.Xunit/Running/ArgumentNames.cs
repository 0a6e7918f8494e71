using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LabTest.Xunit.Running;

/// <summary>The numbers in the names of theories: xUnit writes 0.1 as <c>0.10000000000000001</c>, with all 17 digits; the shortest text that reads as the same number says as much.</summary>
internal static class ArgumentNames
{
    private const string QuotedText = """
        "(?:\\.|[^"\\])*"
        """;

    /// <summary>A name with its numbers as short as they can be. Texts in it stay as they are.</summary>
    /// <param name="name">The name as xUnit makes it.</param>
    /// <param name="arguments">The arguments that stand in it.</param>
    public static string Shorten(string name, object?[] arguments)
    {
        var shortest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (full, text) in arguments.SelectMany(Numbers).Where(n => n.Full != n.Shortest && name.Contains(n.Full, StringComparison.Ordinal)))
            shortest[full] = text;
        if (shortest.Count == 0)
            return name;
        var parts = shortest.Keys.OrderByDescending(static k => k.Length).Select(Regex.Escape).Prepend(QuotedText);
        return Regex.Replace(name, string.Join('|', parts), m => shortest.GetValueOrDefault(m.Value, m.Value), RegexOptions.NonBacktracking);
    }

    private static IEnumerable<(string Full, string Shortest)> Numbers(object? argument) => argument switch
    {
        double number => [(number.ToString("G17", CultureInfo.CurrentCulture), number.ToString("R", CultureInfo.CurrentCulture))],
        float number => [(number.ToString("G9", CultureInfo.CurrentCulture), number.ToString("R", CultureInfo.CurrentCulture))],
        ICollection several => several.Cast<object?>().SelectMany(Numbers),
        _ => [],
    };
}
