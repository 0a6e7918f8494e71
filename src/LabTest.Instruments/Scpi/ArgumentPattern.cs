using System.Text;

namespace LabTest.Instruments.Scpi;

/// <summary>
/// One argument of a command as a manual prints it: literals and holes, as in <c>{value}</c>, <c>CHANnel{ch}</c>, <c>(@{ch})</c>, <c>WORD</c>.
/// </summary>
internal sealed class ArgumentPattern
{
    private readonly IReadOnlyList<Piece> _pieces;

    private ArgumentPattern(IReadOnlyList<Piece> pieces) => _pieces = pieces;

    public IEnumerable<string> Holes => _pieces.Where(p => p.Hole is not null).Select(p => p.Hole!);

    /// <summary>Reads an argument.</summary>
    /// <exception cref="FormatException">A brace is not closed.</exception>
    public static ArgumentPattern Parse(string printed)
    {
        List<Piece> pieces = [];
        var at = 0;
        while (at < printed.Length)
        {
            var open = printed.IndexOf('{', at);
            if (open != at)
            {
                var literal = printed[at..(open < 0 ? printed.Length : open)];
                pieces.Add(new Piece(null, Mnemonic.Parse(literal), literal));
                at += literal.Length;
                continue;
            }

            var close = printed.IndexOf('}', at);
            if (close < at + 2)
                throw new FormatException($"'{printed}' has a brace that is not closed; write a hole as {{value}}");
            pieces.Add(new Piece(printed[(at + 1)..close], default, ""));
            at = close + 1;
        }

        return new ArgumentPattern(pieces);
    }

    public void Send(StringBuilder to, Func<string, string> fill)
    {
        foreach (var piece in _pieces)
            to.Append(piece.Hole is null ? piece.Wire : fill(piece.Hole));
    }

    /// <summary>Whether a received argument fits; what stands in the holes is added to <paramref name="captured"/>.</summary>
    public bool TryMatch(string argument, Dictionary<string, string> captured) => TryMatch(argument, 0, 0, captured);

    private bool TryMatch(string argument, int at, int index, Dictionary<string, string> captured)
    {
        if (index == _pieces.Count)
            return at == argument.Length;
        var piece = _pieces[index];
        if (piece.Hole is null)
            return piece.Forms.Any(f => StartsWith(argument, at, f) && TryMatch(argument, at + f.Length, index + 1, captured));

        // A hole takes as much as leaves the rest a match.
        for (var end = argument.Length; end > at; end--)
        {
            if (!TryMatch(argument, end, index + 1, captured))
                continue;
            captured[piece.Hole] = argument[at..end];
            return true;
        }

        return false;
    }

    private static bool StartsWith(string argument, int at, string form) =>
        string.Compare(argument, at, form, 0, form.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // A quoted text and anything that is not a single keyword is sent and expected as it stands.
    private sealed record Piece(string? Hole, Mnemonic Mnemonic, string Literal)
    {
        private bool IsKeyword { get; } = Literal.All(char.IsAsciiLetter);

        public string Wire => IsKeyword ? Mnemonic.Short : Literal;

        public IEnumerable<string> Forms { get; } = Literal.All(char.IsAsciiLetter) ? Mnemonic.Forms : [Literal];
    }
}
