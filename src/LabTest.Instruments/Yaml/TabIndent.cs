namespace LabTest.Instruments.Yaml;

/// <summary>
/// Finds the tab that keeps a text from being YAML. Only spaces may indent (YAML 1.2, section 6.1), and what a scanner says of a tab is seldom where
/// the tab stands.
/// </summary>
internal static class TabIndent
{
    // How many lines with something on them a scanner may look ahead before it gives up.
    private const int MostLines = 4;

    /// <summary>The first tab before the text of a line, from about where the scanner was.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="lastLine">The line, from 1, at which what could be read ends.</param>
    /// <returns>Line and column, from 1; none where no tab is the reason.</returns>
    public static (int Line, int Column)? Find(string text, int lastLine)
    {
        var number = 0;
        var looked = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (number < lastLine - 1)
                continue;
            var indent = line[..^line.TrimStart(" \t").Length];
            if (indent.IndexOf('\t') is >= 0 and var at)
                return (number, at + 1);
            var content = line[indent.Length..];
            if (!content.IsEmpty && content[0] != '#' && ++looked > MostLines)
                break;
        }

        return null;
    }
}
