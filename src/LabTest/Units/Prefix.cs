namespace LabTest.Units;

/// <summary>The prefixes of the SI (SI Brochure, table 7), from quecto to quetta.</summary>
internal static class Prefix
{
    private static readonly (string Symbol, int Exponent)[] All =
    [
        ("q", -30), ("r", -27), ("y", -24), ("z", -21), ("a", -18), ("f", -15), ("p", -12), ("n", -9), ("µ", -6), ("u", -6), ("\u03BC", -6),
        ("m", -3), ("c", -2), ("da", 1), ("d", -1), ("h", 2), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18), ("Z", 21),
        ("Y", 24), ("R", 27), ("Q", 30),
    ];

    /// <summary>Splits a symbol such as <c>mV</c> into each prefix it may begin with and the rest.</summary>
    public static IEnumerable<(int Exponent, string Symbol)> Split(string symbol) => All
        .Where(p => symbol.Length > p.Symbol.Length && symbol.StartsWith(p.Symbol, StringComparison.Ordinal))
        .Select(p => (p.Exponent, symbol[p.Symbol.Length..]));

    /// <summary>The symbol of a prefix; empty for 0.</summary>
    public static string Symbol(int exponent) => exponent == 0 ? "" : Array.Find(All, p => p.Exponent == exponent).Symbol;
}
