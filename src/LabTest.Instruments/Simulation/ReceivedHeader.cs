using System.Text;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>A header as it arrived: its keywords in capitals without suffixes, and the suffixes.</summary>
internal sealed class ReceivedHeader
{
    private static readonly char[] Digits = [.. "0123456789"];

    private ReceivedHeader(string spelling, int[] suffixes, string path, bool isWellFormed)
    {
        Spelling = spelling;
        Suffixes = suffixes;
        Path = path;
        IsWellFormed = isWellFormed;
    }

    public string Spelling { get; }

    public bool IsQuery => Spelling.EndsWith('?');

    /// <summary>The number after each keyword, or why there is none (<see cref="HeaderNode.NoSuffix"/>, <see cref="HeaderNode.BadSuffix"/>).</summary>
    public int[] Suffixes { get; }

    /// <summary>What the next header of the same message is relative to (SCPI-99, volume 1, section 6.2.4): all but the last keyword.</summary>
    public string Path { get; }

    /// <summary>Whether it consists of keywords between single colons at all.</summary>
    public bool IsWellFormed { get; }

    /// <summary>Reads a header.</summary>
    /// <param name="text">The header, as it arrived.</param>
    /// <param name="path">What it is relative to, unless it begins with a colon or an asterisk.</param>
    public static ReceivedHeader Parse(string text, string path)
    {
        if (text.StartsWith('*'))
            return new ReceivedHeader(text.ToUpperInvariant(), [HeaderNode.NoSuffix], path, IsKeyword(text.AsSpan(1).TrimEnd('?')));

        var absolute = text.StartsWith(':') ? text[1..] : path + text;
        var isQuery = absolute.EndsWith('?');
        var keywords = (isQuery ? absolute[..^1] : absolute).Split(':');
        var suffixes = new int[keywords.Length];
        var spelling = new StringBuilder();
        for (var i = 0; i < keywords.Length; i++)
        {
            var word = keywords[i].TrimEnd(Digits);
            suffixes[i] = word.Length == keywords[i].Length ? HeaderNode.NoSuffix
                : int.TryParse(keywords[i].AsSpan(word.Length), out var suffix) ? suffix
                : HeaderNode.BadSuffix;
            spelling.Append(i == 0 ? "" : ":").Append(word.ToUpperInvariant());
        }

        if (isQuery)
            spelling.Append('?');
        return new ReceivedHeader(spelling.ToString(), suffixes, string.Concat(keywords[..^1].Select(k => k + ":")), Array.TrueForAll(keywords, k => IsKeyword(k)));
    }

    private static bool IsKeyword(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return word.Length > 0 && char.IsAsciiLetter(word[0]);
    }
}
