using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LabTest.Units;

/// <summary>Splits <c>3.3 V</c> into the longest number at its start and the unit that follows.</summary>
internal static class QuantityParser
{
    public static bool TryParse(string text, out Quantity quantity, [NotNullWhen(false)] out string? problem)
    {
        var trimmed = text.AsSpan().Trim();
        quantity = default;
        var length = NumberLength(trimmed);
        if (length == 0 || !double.TryParse(trimmed[..length].ToString().Replace("∞", "Infinity", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            problem = $"'{text}' is not a quantity: it does not begin with a number. Write it as 3.3 V";
            return false;
        }

        if (!UnitParser.TryParse(trimmed[length..].ToString(), out var unit, out problem))
        {
            problem = $"'{text}' is not a quantity: {problem}";
            return false;
        }

        quantity = new Quantity(value, unit);
        return true;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["NaN", "Infinity", "-Infinity", "+Infinity", "∞", "-∞", "+∞"])
        {
            if (text.StartsWith(word))
                return word.Length;
        }

        var at = 0;
        if (at < text.Length && text[at] is '+' or '-')
            at++;
        var digits = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        if (at == digits)
            return 0;

        // 1e3 V has an exponent; 3 e- counts electrons and 3eV are electronvolts.
        var exponent = at;
        if (exponent < text.Length && text[exponent] is 'e' or 'E')
        {
            exponent++;
            if (exponent < text.Length && text[exponent] is '+' or '-')
                exponent++;
            var start = exponent;
            while (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
                exponent++;
            if (exponent > start)
                at = exponent;
        }

        return at;
    }
}
