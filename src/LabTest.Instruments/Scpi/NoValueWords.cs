using System.Collections.Frozen;

namespace LabTest.Instruments.Scpi;

/// <summary>Words that instruments send where there is no valid value: SCPI's INF, NINF and NAN, what handheld meters show, and what C libraries print.</summary>
internal static class NoValueWords
{
    private static readonly FrozenSet<string> Infinite = new[] { "INF", "INFINITY", "INFINITE", "1.#INF", "1.#INF00" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Others = new[]
    {
        "NAN", "QNAN", "SNAN", "1.#QNAN", "1.#SNAN", "1.#IND", "1.#QNB",
        "OL", "O.L", "O.L.", ".OL", "OL.", "0L", "0.L", "0L.", ".0L", "OVL", "OVLD", "OVRLD", "OVLOAD", "OVERLOAD", "OVR", "OVER", "OVRNG", "OVERRANGE", "OVER-RANGE", "OVER_RANGE",
        "OF", "OFL", "OVF", "OVFL", "OVFLOW", "OVERFLOW", "UL", "UNDER", "UNDERRANGE", "UNDERFLOW", "INVALID", "UNDEF", "UNDEFINED", "N/A", "NA", "N.A.", "NULL", "NONE", "OPEN",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads such a word; a unit may follow it, as in <c>OL V</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">What stands for it: SCPI's number for infinity with its sign, or NaN.</param>
    public static bool TryRead(string text, out double number)
    {
        number = double.NaN;
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        if (IsFiller(word))
            return true;
        var sign = word.Length > 0 && word[0] is '+' or '-' ? word[0] : '+';
        word = word.TrimStart('+', '-');
        if (word.StartsWith("NAN(", StringComparison.OrdinalIgnoreCase) || Others.Contains(word))
            return true;
        if (word.Length > 1 && word[0] is 'N' or 'n' && Infinite.Contains(word[1..]))
            (sign, word) = ('-', word[1..]);
        if (!Infinite.Contains(word))
            return false;
        number = sign == '-' ? -NoValue.Infinity : NoValue.Infinity;
        return true;
    }

    // Dashes, stars and question marks in the place of digits: ----, -.---, ****.
    private static bool IsFiller(string word) => word.Length >= 2 && word.AsSpan().IndexOfAnyExcept("-*?._") < 0 && word.AsSpan().IndexOfAny("-*?") >= 0;
}
