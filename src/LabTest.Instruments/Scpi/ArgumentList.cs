namespace LabTest.Instruments.Scpi;

/// <summary>Splits at separators that stand outside quotes and parentheses (IEEE 488.2, section 7.7).</summary>
internal static class ArgumentList
{
    /// <summary>The arguments of a command, without the spaces around them; none for an empty text.</summary>
    public static IReadOnlyList<string> Split(string text) => text.AsSpan().Trim().IsEmpty ? [] : SplitAt(text, ',').ToArray();

    /// <summary>The parts between separators, without the spaces around them.</summary>
    public static IEnumerable<string> SplitAt(string text, char separator)
    {
        var start = 0;
        var depth = 0;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == separator && quote == '\0' && depth <= 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }

            Step(c, ref quote, ref depth);
        }

        yield return text[start..].Trim();
    }

    /// <summary>Whether every quote and parenthesis has its partner.</summary>
    public static bool IsClosed(string text)
    {
        var depth = 0;
        var quote = '\0';
        foreach (var c in text)
        {
            Step(c, ref quote, ref depth);
            if (depth < 0)
                return false;
        }

        return depth == 0 && quote == '\0';
    }

    private static void Step(char c, ref char quote, ref int depth)
    {
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c is '"' or '\'')
            quote = c;
        else if (c is '(' or '{')
            depth++;
        else if (c is ')' or '}')
            depth--;
    }
}
