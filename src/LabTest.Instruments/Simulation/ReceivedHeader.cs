using System.Text;

namespace LabTest.Instruments.Simulation;

/// <summary>A header as it arrived: its keywords in capitals without suffixes, and the suffixes (0 for none).</summary>
internal sealed class ReceivedHeader
{
    private static readonly char[] Digits = [.. "0123456789"];

    private ReceivedHeader(string spelling, int[] suffixes, string path)
    {
        Spelling = spelling;
        Suffixes = suffixes;
        Path = path;
    }

    public string Spelling { get; }

    public int[] Suffixes { get; }

    /// <summary>What the next header of the same message is relative to (SCPI-99, volume 1, section 6.2.4): all but the last keyword.</summary>
    public string Path { get; }

    /// <summary>Reads a header.</summary>
    /// <param name="text">The header, as it arrived.</param>
    /// <param name="path">What it is relative to, unless it begins with a colon or an asterisk.</param>
    public static ReceivedHeader Parse(string text, string path)
    {
        if (text.StartsWith('*'))
            return new ReceivedHeader(text.ToUpperInvariant(), [0], path);

        var absolute = text.StartsWith(':') ? text[1..] : path + text;
        var isQuery = absolute.EndsWith('?');
        var keywords = (isQuery ? absolute[..^1] : absolute).Split(':');
        var suffixes = new int[keywords.Length];
        var spelling = new StringBuilder();
        for (var i = 0; i < keywords.Length; i++)
        {
            var word = keywords[i].TrimEnd(Digits);
            if (word.Length < keywords[i].Length && !int.TryParse(keywords[i].AsSpan(word.Length), out suffixes[i]))
                suffixes[i] = -1;
            spelling.Append(i == 0 ? "" : ":").Append(word.ToUpperInvariant());
        }

        if (isQuery)
            spelling.Append('?');
        return new ReceivedHeader(spelling.ToString(), suffixes, string.Concat(keywords[..^1].Select(k => k + ":")));
    }
}
