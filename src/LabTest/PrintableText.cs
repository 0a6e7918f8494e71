using System.Globalization;
using System.Text;

namespace LabTest;

/// <summary>
/// Texts of instruments, files and people as they may be shown. What commands a terminal, hides itself or turns the direction of writing is written as an escape, so that it
/// is seen and does nothing, whoever prints it: no answer and no name can move the cursor, change colours, forge a line or read as something else. Messages of exceptions, terminal,
/// report and Markdown show text that went through here.
/// </summary>
internal static class PrintableText
{
    private enum LineEnds
    {
        Kept,
        Spaces,
        Escaped,
    }

    /// <summary>Text that may have several lines, with escapes such as <c>\x1B</c> and <c>\u202E</c>; line feeds and tabs stay.</summary>
    public static string Of(string text) => IsPlain(text) ? text : Escaped(text, LineEnds.Kept);

    /// <summary>Text in one line: each run of line ends and tabs becomes a space.</summary>
    public static string OneLine(string text) => IsPlain(text) ? text : WithoutEnd(Escaped(text, LineEnds.Spaces), text);

    /// <summary>Text in one line of at most so many characters; what is cut is marked with …</summary>
    public static string OneLine(string text, int most) => Cut(OneLine(text.Length <= 4 * most ? text : text[..(4 * most)]), most);

    /// <summary>As much of an answer as a message can hold, exactly: line ends and tabs are escapes too.</summary>
    public static string Exactly(string text, int most) => Escaped(text.Length <= most ? text : text[..most], LineEnds.Escaped) + (text.Length > most ? "…" : "");

    /// <summary>The beginning of a text, with … where something follows. It never cuts a character in two.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = Math.Max(0, most - 1);
        return $"{text.AsSpan(0, end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)}…";
    }

    // A line end at the end of a text is no space.
    private static string WithoutEnd(string shown, string text) => text[^1] is '\n' or '\r' or '\t' ? shown.TrimEnd(' ') : shown;

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Escaped(string text, LineEnds ends)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            if (rune.Value is '\n' or '\r' or '\t' && ends != LineEnds.Escaped)
                AppendEnd(escaped, rune, ends, isBeforeLineFeed: at < text.Length && text[at] == '\n');
            else if (IsSeen(rune))
                escaped.Append(rune);
            else if (rune.Value <= 0xFF)
                escaped.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:X2}");
            else
                escaped.Append(rune.Value <= 0xFFFF ? string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}") : string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"));
        }

        return escaped.ToString();
    }

    private static void AppendEnd(StringBuilder shown, Rune rune, LineEnds ends, bool isBeforeLineFeed)
    {
        if (ends == LineEnds.Spaces)
        {
            if (shown.Length > 0 && shown[^1] != ' ')
                shown.Append(' ');
        }
        else if (rune.Value != '\r')
        {
            shown.Append(rune);
        }
        else if (!isBeforeLineFeed)
        {
            // It would begin the line anew, over what stands there.
            shown.Append("\\x0D");
        }
    }

    // A lone surrogate comes as U+FFFD already. The joiners and the soft hyphen belong to the writing of languages.
    private static bool IsSeen(Rune rune) => rune.Value is 0x200C or 0x200D or 0xAD || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
