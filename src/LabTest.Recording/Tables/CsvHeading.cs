using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>The name and the unit of a column, as its heading in a CSV file says them.</summary>
/// <param name="Name">The name.</param>
/// <param name="Unit">The unit.</param>
/// <param name="HasUnit">The heading names a unit, be it none: <c>name []</c>.</param>
internal sealed record CsvHeading(string Name, Unit Unit, bool HasUnit)
{
    private const int ShortestNameWithoutSpace = 3;

    // As words in the second line and in parentheses.
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["volt"] = "V", ["volts"] = "V", ["amp"] = "A", ["amps"] = "A", ["ampere"] = "A", ["amperes"] = "A", ["sec"] = "s", ["secs"] = "s", ["second"] = "s",
        ["seconds"] = "s", ["hertz"] = "Hz", ["watt"] = "W", ["watts"] = "W", ["ohms"] = "Ω", ["farad"] = "F", ["farads"] = "F", ["henry"] = "H",
        ["kelvin"] = "K", ["celsius"] = "°C", ["deg c"] = "°C", ["° c"] = "°C", ["degree"] = "°", ["degrees"] = "°",
    };

    // In parentheses these mean as often something else: a minimum, an input, degrees of Celsius, seconds.
    private static readonly HashSet<string> Doubtful = new(StringComparer.Ordinal) { "min", "in", "d", "C", "F", "S", "G", "g", "T", "B", "L", "l", "1" };

    /// <summary>As it is written: a name that could be taken for a number or for one with a unit gets empty brackets behind it.</summary>
    public static string Write(Column column)
    {
        var symbol = column is TimeColumn ? "" : column.Unit.Symbol;
        var isPlain = symbol.Length == 0 && Of(column.Name, place: 0).Name == column.Name
            && !column.Name.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && CsvNumber.Of(column.Name).Form == CsvNumberForm.None;
        return isPlain ? column.Name : $"{column.Name} [{symbol}]";
    }

    public static CsvHeading Of(string heading, int place)
    {
        if (heading.Length == 0)
            return new($"column {place + 1}", Unit.One, HasUnit: false);
        if (Split(heading, '[', ']') is ({ Length: > 0 } name, var symbol) && Unit.TryParse(symbol, out var unit))
            return new(name, unit, HasUnit: true);
        if (Split(heading, '(', ')') is ({ Length: > 0 } spoken, var word) && (heading.Contains(" (", StringComparison.Ordinal) || spoken.Length >= ShortestNameWithoutSpace)
            && UnitOf(word) is { } meant && !Doubtful.Contains(word))
        {
            return new(spoken, meant, HasUnit: true);
        }

        return new(heading, Unit.One, HasUnit: false);
    }

    /// <summary>The unit that stands in brackets but is not known, so that it stays part of the name; null if there is none.</summary>
    public static string? Unknown(string heading) =>
        Split(heading, '[', ']') is (_, { Length: > 0 } symbol) && !Unit.TryParse(symbol, out _) ? symbol
        : Split(heading, '(', ')') is (_, { Length: > 0 } word) && UnitOf(word) is null ? word
        : null;

    /// <summary>The unit that a symbol or a word names, with or without brackets; null if it names none.</summary>
    public static Unit? UnitOf(string text)
    {
        var symbol = text.Trim();
        if (symbol is ['[', .., ']'] or ['(', .., ')'])
            symbol = symbol[1..^1].Trim();
        symbol = Words.GetValueOrDefault(symbol, symbol);
        return symbol.Length > 0 && !char.IsAsciiDigit(symbol[0]) && Unit.TryParse(symbol, out var unit) ? unit : null;
    }

    private static (string Name, string Inner)? Split(string heading, char open, char close)
    {
        if (!heading.EndsWith(close) || heading.LastIndexOf(open) is not (>= 0 and var at))
            return null;
        return (heading[..(at > 0 && heading[at - 1] == ' ' ? at - 1 : at)], heading[(at + 1)..^1].Trim());
    }
}
