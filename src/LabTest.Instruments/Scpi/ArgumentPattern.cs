using System.Text;

namespace LabTest.Instruments.Scpi;

/// <summary>
/// One argument of a command as a manual prints it: literals and holes, as in <c>{value}</c>, <c>CHANnel{ch}</c>, <c>(@{ch})</c>, <c>WORD</c>,
/// <c>"{value}"</c>. In a hole between quotes, a quote is doubled (IEEE 488.2, section 7.7.5.2).
/// </summary>
internal sealed class ArgumentPattern
{
    private readonly IReadOnlyList<ArgumentPiece> _pieces;

    private ArgumentPattern(IReadOnlyList<ArgumentPiece> pieces) => _pieces = pieces;

    public IEnumerable<string> Holes => _pieces.Where(p => p.Hole is not null).Select(p => p.Hole!);

    /// <summary>Whether a hole stands between quotes.</summary>
    public bool IsQuoted(string hole) => _pieces.Any(p => p.Hole == hole && p.Quote != '\0');

    /// <summary>Reads an argument.</summary>
    /// <exception cref="FormatException">A brace is not closed, or a hole has no name.</exception>
    public static ArgumentPattern Parse(string printed)
    {
        List<ArgumentPiece> pieces = [];
        var at = 0;
        var quote = '\0';
        while (at < printed.Length)
        {
            var open = printed.IndexOf('{', at);
            if (open != at)
            {
                var literal = printed[at..(open < 0 ? printed.Length : open)];
                pieces.Add(ArgumentPiece.OfLiteral(literal));
                foreach (var c in literal)
                    quote = quote == '\0' && c is '"' or '\'' ? c : c == quote ? '\0' : quote;
                at += literal.Length;
                continue;
            }

            var close = printed.IndexOf('}', at);
            if (close < 0 || !IsName(printed.AsSpan(at + 1, close - at - 1)))
                throw new FormatException($"'{printed}' has a brace that is not closed, or a hole without a name; write a hole as {{value}}");
            pieces.Add(ArgumentPiece.OfHole(printed[(at + 1)..close], quote));
            at = close + 1;
        }

        return new ArgumentPattern(pieces);
    }

    public void Send(StringBuilder to, Func<string, string> fill)
    {
        foreach (var piece in _pieces)
            to.Append(piece.Hole is null ? piece.Wire : piece.Quoted(fill(piece.Hole)));
    }

    /// <summary>Whether a received argument fits; what stands in the holes is added to <paramref name="captured"/>.</summary>
    public bool TryMatch(string argument, Dictionary<string, string> captured) =>
        TryMatch(argument, 0, 0, captured)
        || (_pieces.Count > 1 && _pieces[0].Wire == "\"" && argument.StartsWith('\'') && TryMatch(StringData.Quote(StringData.Unquote(argument)), 0, 0, captured));

    private bool TryMatch(string argument, int at, int index, Dictionary<string, string> captured)
    {
        if (index == _pieces.Count)
            return at == argument.Length;
        var piece = _pieces[index];
        if (piece.Hole is null)
        {
            foreach (var form in piece.Forms)
            {
                if (string.Compare(argument, at, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0 && TryMatch(argument, at + form.Length, index + 1, captured))
                    return true;
            }

            return false;
        }

        // A hole takes as much as leaves the rest a match; only one between quotes may be empty.
        for (var end = argument.Length; end > at || (end == at && piece.Quote != '\0'); end--)
        {
            if (!TryMatch(argument, end, index + 1, captured))
                continue;
            captured[piece.Hole] = piece.Unquoted(argument[at..end]);
            return true;
        }

        return false;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }
}
