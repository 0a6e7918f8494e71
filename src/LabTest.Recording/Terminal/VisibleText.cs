using System.Globalization;
using System.Text;

namespace LabTest.Recording.Terminal;

/// <summary>
/// Text of instruments, files and people as it may be shown. Characters that command a terminal, hide themselves or turn the direction of text are
/// replaced, so that no answer and no name can move the cursor, change colours, forge a line or read as something else. Terminal, report and Markdown
/// show text that went through here.
/// </summary>
internal static class VisibleText
{
    private const char Replacement = '\uFFFD';
    private const int ControlPictures = 0x2400;

    /// <summary>Text that may have several lines: line feeds and tabs stay.</summary>
    public static string Of(string text) => IsPlain(text) ? text : Replace(text, keepsLines: true);

    /// <summary>Text in one line: each run of line ends and tabs becomes a space.</summary>
    public static string OneLine(string text) => IsPlain(text) ? text : EndOfLine(Replace(text, keepsLines: false), text);

    /// <summary>Text in one line of at most so many characters; what is cut is marked with …</summary>
    public static string OneLine(string text, int most) => Cut(OneLine(text.Length <= 4 * most ? text : text[..(4 * most)]), most);

    /// <summary>The beginning of a text, with … where something follows. It never cuts a character in two.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = Math.Max(0, most - 1);
        return $"{text.AsSpan(0, end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)}…";
    }

    // A line end at the end of a text is no space.
    private static string EndOfLine(string shown, string text) => text[^1] is '\n' or '\r' or '\t' ? shown.TrimEnd(' ') : shown;

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Replace(string text, bool keepsLines)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t')
                AppendSpace(shown, rune, keepsLines);
            else if (rune.Value < ' ')
                shown.Append((char)(ControlPictures + rune.Value));
            else if (rune.Value == 0x7F)
                shown.Append('\u2421');
            else if (IsSeen(rune))
                shown.Append(rune);
            else
                shown.Append(Replacement);
        }

        return shown.ToString();
    }

    private static void AppendSpace(StringBuilder shown, Rune rune, bool keepsLines)
    {
        if (!keepsLines)
        {
            if (shown.Length > 0 && shown[^1] != ' ')
                shown.Append(' ');
        }
        else if (rune.Value != '\r')
        {
            shown.Append(rune);
        }
    }

    // A lone surrogate comes as U+FFFD already. The joiners and the soft hyphen belong to the writing of languages.
    private static bool IsSeen(Rune rune) => rune.Value is 0x200C or 0x200D or 0xAD || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
