using System.Text;
using System.Text.RegularExpressions;

namespace LabTest.Instruments.Scpi;

/// <summary>
/// A header as a manual prints it: <c>[SOURce:]VOLTage[:LEVel]</c>, <c>:CHANnel{ch}:SCALe?</c>, <c>*RST</c>. Brackets hold what may be left
/// out; the short form without them is sent, and every legal form is recognised.
/// </summary>
internal sealed partial class HeaderPattern
{
    // Every legal form stands in a table, so their number has an end.
    private const int MostGroups = 6;
    private const int MostNodes = 10;

    private readonly string _lead;

    private HeaderPattern(string lead, IReadOnlyList<HeaderNode> nodes, bool isQuery)
    {
        _lead = lead;
        Nodes = nodes;
        IsQuery = isQuery;
    }

    public IReadOnlyList<HeaderNode> Nodes { get; }

    public bool IsQuery { get; }

    public IEnumerable<string> Holes => Nodes.Where(n => n.Hole is not null).Select(n => n.Hole!);

    /// <summary>Reads a header.</summary>
    /// <exception cref="FormatException">It is no header; the message says which part.</exception>
    public static HeaderPattern Parse(string printed)
    {
        var isQuery = printed.EndsWith('?');
        var body = isQuery ? printed[..^1] : printed;
        var lead = body.StartsWith('*') ? "*" : body.StartsWith(':') ? ":" : "";
        body = body[lead.Length..];
        List<HeaderNode> nodes = [];
        int group = 0, groups = 0;
        foreach (var piece in Pieces().Split(body))
        {
            switch (piece)
            {
                case "" or ":":
                    break;
                case "[" when group == 0:
                    group = ++groups;
                    break;
                case "[":
                    throw new FormatException($"'{printed}' has brackets within brackets; write them one after the other, as in VOLTage[:LEVel][:IMMediate]");
                case "]" when group != 0:
                    group = 0;
                    break;
                default:
                    nodes.Add(Node(printed, piece, group));
                    break;
            }
        }

        // With and without what stands in brackets it must be keywords between single colons.
        var isWhole = Count(body.Replace("[", "").Replace("]", "")) == nodes.Count && Count(Groups().Replace(body, "")) == nodes.Count(n => n.Group == 0);
        if (!isWhole || group != 0 || nodes.TrueForAll(n => n.Group != 0) || (lead == "*" && nodes.Count != 1))
            throw new FormatException($"'{printed}' is no header; write it as the manual prints it, as in [SOURce:]VOLTage[:LEVel]");
        if (groups > MostGroups || nodes.Count > MostNodes)
            throw new FormatException($"'{printed}' is too long for a header; it may have {MostNodes} keywords and {MostGroups} brackets");
        return new HeaderPattern(lead, nodes, isQuery);
    }

    /// <summary>The short form without what may be left out, its holes filled.</summary>
    public void Send(StringBuilder to, Func<string, string> fill)
    {
        to.Append(_lead);
        var first = true;
        foreach (var node in Nodes)
        {
            if (node.Group != 0)
                continue;
            if (!first)
                to.Append(':');
            first = false;
            to.Append(node.Mnemonic.Short).Append(node.Hole is null ? node.Number?.ToString() : fill(node.Hole));
        }

        if (IsQuery)
            to.Append('?');
    }

    /// <summary>Every choice of optional groups, as the nodes that are then there.</summary>
    public IEnumerable<HeaderNode[]> Variants()
    {
        var groups = Nodes.Max(n => n.Group);
        for (var chosen = 0; chosen < 1 << groups; chosen++)
            yield return Nodes.Where(n => n.Group == 0 || (chosen >> (n.Group - 1) & 1) != 0).ToArray();
    }

    /// <summary>Every spelling of a variant in capitals, without suffixes: what a received header is looked up by.</summary>
    public IEnumerable<string> Spellings(HeaderNode[] variant)
    {
        IEnumerable<string> spellings = [_lead == "*" ? "*" : ""];
        for (var i = 0; i < variant.Length; i++)
        {
            var (node, colon) = (variant[i], i == 0 ? "" : ":");
            spellings = spellings.SelectMany(s => node.Mnemonic.Forms.Select(f => s + colon + f)).ToArray();
        }

        return IsQuery ? spellings.Select(s => s + "?") : spellings;
    }

    /// <summary>Every spelling of every variant.</summary>
    public IEnumerable<string> AllSpellings() => Variants().SelectMany(Spellings).Distinct(StringComparer.Ordinal);

    // How many keywords stand between single colons; none where something is missing.
    private static int Count(string body)
    {
        var keywords = (body.StartsWith(':') ? body[1..] : body).Split(':');
        return keywords.Contains("") ? -1 : keywords.Length;
    }

    private static HeaderNode Node(string printed, string piece, int group)
    {
        var match = Keyword().Match(piece);
        if (!match.Success)
            throw new FormatException($"'{piece}' in '{printed}' is no keyword; write VOLTage, or CHANnel{{ch}} where the channel's number goes");
        var hole = match.Groups["hole"].Value;
        var number = match.Groups["number"].Value;
        return new HeaderNode(Mnemonic.Parse(match.Groups["word"].Value), hole.Length == 0 ? null : hole, number.Length == 0 ? null : int.Parse(number), group);
    }

    [GeneratedRegex(@"(?<piece>[\[\]:])", RegexOptions.None, 1000)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Groups();

    [GeneratedRegex(@"^(?<word>[A-Za-z_]+)(?:(?<number>[0-9]{1,6})|\{(?<hole>[A-Za-z_][A-Za-z0-9_]*)\})?$", RegexOptions.None, 1000)]
    private static partial Regex Keyword();
}
