using System.Globalization;

namespace LabTest.Instruments.Scpi;

/// <summary>
/// Numbers as instruments read and write them: decimal with an optional suffix (IEEE 488.2, section 7.7.3), 9.9E37 for infinity and 9.91E37 for
/// what is no number (SCPI-99, volume 1, section 7.2.1).
/// </summary>
internal static class NumericData
{
    private static readonly (string Code, double Factor)[] Multipliers =
    [
        ("", 1), ("EX", 1e18), ("PE", 1e15), ("T", 1e12), ("G", 1e9), ("MA", 1e6), ("K", 1e3), ("M", 1e-3), ("U", 1e-6), ("N", 1e-9), ("P", 1e-12), ("F", 1e-15), ("A", 1e-18),
    ];

    public static string Write(double value) => value switch
    {
        double.PositiveInfinity => "9.9E+37",
        double.NegativeInfinity => "-9.9E+37",
        double.NaN => "9.91E+37",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a number, perhaps with a suffix of the unit, which is the one it is counted in; one that is too large is infinite.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Unit unit, out double value)
    {
        text = text.Trim();
        var length = text.Length;
        while (length > 0 && char.IsAsciiLetter(text[length - 1]))
            length--;
        if (TryNumber(text, out value))
            return true;
        return TryNumber(text[..length].TrimEnd(), out var number) && TrySuffix(text[length..], unit, number, out value);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number)
        && !text.IsEmpty && (char.IsAsciiDigit(text[^1]) || text[^1] == '.');

    private static bool TrySuffix(ReadOnlySpan<char> suffix, Unit unit, double number, out double value)
    {
        var root = unit.Root ?? unit;
        var symbol = root.Symbol == "Ω" ? "OHM" : root.Symbol.ToUpperInvariant();
        foreach (var (code, factor) in Multipliers)
        {
            // MHZ and MOHM are mega by exception.
            var meant = code == "M" && symbol is "HZ" or "OHM" ? 1e6 : factor;
            if (symbol.Length == 0 || !suffix.Equals(code + symbol, StringComparison.OrdinalIgnoreCase))
                continue;
            value = new Quantity(number * meant, root).In(unit);
            return true;
        }

        value = default;
        return false;
    }
}
