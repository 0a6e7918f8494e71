using System.Text;

namespace LabTest.Instruments.Scpi;

/// <summary>
/// A command as a manual prints it, with holes: <c>[SOURce:]VOLTage {value},(@{ch})</c>. Compiled once into a sender and a recogniser, of which
/// one is the inverse of the other.
/// </summary>
internal sealed class CommandTemplate
{
    private const int MostLength = 2000;

    private CommandTemplate(string text, HeaderPattern header, IReadOnlyList<ArgumentPattern> arguments)
    {
        Text = text;
        Header = header;
        Arguments = arguments;
        Holes = [.. header.Holes, .. arguments.SelectMany(a => a.Holes)];
        IsFixed = Holes.All(h => h == "ch");
    }

    /// <summary>The command as it is printed.</summary>
    public string Text { get; }

    public HeaderPattern Header { get; }

    public IReadOnlyList<ArgumentPattern> Arguments { get; }

    /// <summary>The names of the holes, in order.</summary>
    public IReadOnlyList<string> Holes { get; }

    public bool IsQuery => Header.IsQuery;

    /// <summary>Whether nothing but the channel is to be filled in.</summary>
    public bool IsFixed { get; }

    /// <summary>Reads a command.</summary>
    /// <exception cref="FormatException">It is no command; the message says which part.</exception>
    public static CommandTemplate Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Any(char.IsControl))
            throw new FormatException($"'{trimmed.ReplaceLineEndings("\\n")}' is more than one command; write one, without the end of the line");
        if (trimmed.Length > MostLength)
            throw new FormatException($"'{trimmed[..40]}…' has {trimmed.Length} characters; a command has at most {MostLength}");
        var space = trimmed.IndexOf(' ');
        var header = HeaderPattern.Parse(space < 0 ? trimmed : trimmed[..space]);
        var arguments = space < 0 ? [] : ArgumentList.Split(trimmed[(space + 1)..]).Select(ArgumentPattern.Parse).ToArray();
        return new CommandTemplate(trimmed, header, arguments);
    }

    /// <summary>The command to send, its holes filled.</summary>
    public string Send(Func<string, string> fill)
    {
        var text = new StringBuilder();
        Header.Send(text, fill);
        for (var i = 0; i < Arguments.Count; i++)
        {
            text.Append(i == 0 ? ' ' : ',');
            Arguments[i].Send(text, fill);
        }

        return text.ToString();
    }

    /// <summary>Whether received arguments fit.</summary>
    /// <returns>What stands in the holes of header and arguments; null where the arguments do not fit.</returns>
    public Dictionary<string, string>? Match(HeaderNode[] variant, ReadOnlySpan<int> suffixes, IReadOnlyList<string> arguments)
    {
        if (arguments.Count != Arguments.Count)
            return null;
        var captured = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < variant.Length; i++)
        {
            if (variant[i].Hole is { } hole)
                captured[hole] = HeaderNode.Meant(suffixes[i]).ToString();
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (!Arguments[i].TryMatch(arguments[i], captured))
                return null;
        }

        return captured;
    }
}
