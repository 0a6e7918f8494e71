namespace LabTest.Instruments.Scpi;

/// <summary>A piece of an argument: a literal, or a hole.</summary>
internal sealed record ArgumentPiece
{
    private ArgumentPiece()
    {
    }

    /// <summary>The name of the hole; null for a literal.</summary>
    public string? Hole { get; private init; }

    /// <summary>The quote that the hole stands between; NUL where it stands between none.</summary>
    public char Quote { get; private init; }

    /// <summary>What is sent for a literal.</summary>
    public string Wire { get; private init; } = "";

    /// <summary>What is recognised as the literal, the long form first: the short one is how it begins.</summary>
    public IReadOnlyList<string> Forms { get; private init; } = [];

    public static ArgumentPiece OfHole(string name, char quote) => new() { Hole = name, Quote = quote };

    // A quoted text and anything that is not a single keyword is sent and expected as it stands.
    public static ArgumentPiece OfLiteral(string literal)
    {
        if (!literal.All(char.IsAsciiLetter))
            return new ArgumentPiece { Wire = literal, Forms = [literal] };
        var keyword = Mnemonic.Parse(literal);
        return new ArgumentPiece { Wire = keyword.Short, Forms = [.. keyword.Forms.Reverse()] };
    }

    public string Quoted(string value) => Quote == '\0' ? value : value.Replace($"{Quote}", $"{Quote}{Quote}");

    public string Unquoted(string text) => Quote == '\0' ? text : text.Replace($"{Quote}{Quote}", $"{Quote}");
}
