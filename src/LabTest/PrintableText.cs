using System.Globalization;
using System.Text;

namespace LabTest;

/// <summary>
/// Texts of instruments, files and people inside of messages: what commands a terminal or turns the direction of writing is written as an escape, so that it
/// is seen and does nothing, whoever prints the message.
/// </summary>
internal static class PrintableText
{
    /// <summary>The text with escapes such as <c>\x1B</c> and <c>\u202E</c>; line feeds and tabs stay.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text.Any(IsHidden) ? Escaped(text, text.Length) : text;

    /// <summary>As much of a text as a message can hold, in one line.</summary>
    public static string OneLine(string text, int most) =>
        Escaped(text.Replace("\n", "\\x0A", StringComparison.Ordinal).Replace("\t", "\\x09", StringComparison.Ordinal), most) + (text.Length > most ? "…" : "");

    private static string Escaped(string text, int most)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, most)))
        {
            if (!IsHidden(c))
                escaped.Append(c);
            else if (c <= 'ÿ')
                escaped.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}");
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return escaped.ToString();
    }

    private static bool IsHidden(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
