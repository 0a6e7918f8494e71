namespace LabTest.Recording.Reports.Markdown;

/// <summary>
/// Text of instruments and people in GitHub Flavored Markdown. It stands in code spans: inside of one nothing is markup, a link, a mention, an
/// emoji or a formula, and only its own fence and, in a table, the bar between cells can end it.
/// </summary>
internal static class MarkdownText
{
    private const int Longest = 200;

    /// <summary>A text as a code span of one line; nothing for no text.</summary>
    public static string Code(string? text, int longest = Longest)
    {
        var shown = PrintableText.OneLine(text ?? "", longest);
        if (string.IsNullOrWhiteSpace(shown))
            return "";

        var fence = new string('`', LongestRun(shown) + 1);
        var room = shown[0] == '`' || shown[^1] == '`' ? " " : "";
        return $"{fence}{room}{shown}{room}{fence}";
    }

    /// <summary>A text as a code span in a cell of a table.</summary>
    // A backslash before a bar would undo the one that escapes it.
    public static string Cell(string? text) => Code(text).Replace("\\|", "\\ |", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
