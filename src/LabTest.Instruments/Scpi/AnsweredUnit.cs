using System.Collections.Concurrent;

namespace LabTest.Instruments.Scpi;

/// <summary>
/// The unit that stands behind a number in an answer, as in <c>12.5 mV</c>, <c>0.6A</c>, <c>1.5KHZ</c> or <c>23.1 C</c>: in the symbols of the SI, in
/// the capitals of SCPI (IEEE 488.2, section 7.7.3), or as instruments otherwise write the unit that is expected.
/// </summary>
internal static class AnsweredUnit
{
    private const int MostRemembered = 4096;

    private static readonly ConcurrentDictionary<(string Text, Unit Expected), (Unit? Unit, string? Problem)> Known = new();

    private static readonly (string Scpi, string Si)[] Multipliers =
    [
        ("", ""), ("EX", "E"), ("PE", "P"), ("T", "T"), ("G", "G"), ("MA", "M"), ("K", "k"), ("M", "m"), ("U", "u"), ("N", "n"), ("P", "p"), ("F", "f"), ("A", "a"),
    ];

    private static readonly string[] Prefixes = ["", "f", "p", "n", "u", "µ", "μ", "m", "k", "K", "M", "G", "T"];

    // What else instruments call a unit, in capitals.
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["V"] = ["VOLT", "VOLTS", "VDC", "VAC", "VACDC"], ["A"] = ["AMP", "AMPS", "AMPERE", "AMPERES", "ADC", "AAC"], ["Ω"] = ["OHM", "OHMS"],
        ["W"] = ["WATT", "WATTS"], ["Hz"] = ["HERTZ"], ["s"] = ["SEC", "SECS", "SECOND", "SECONDS"], ["F"] = ["FARAD", "FARADS"], ["H"] = ["HENRY", "HENRIES"],
        ["°"] = ["DEGREE", "DEGREES"], ["%"] = ["PCT", "PERCENT"],
    };

    private static readonly (string Symbol, string[] Names)[] Temperatures =
    [
        ("°C", ["C", "°C", "DEGC", "DEG C", "CEL", "CELSIUS"]), ("°F", ["F", "°F", "DEGF", "DEG F", "FAR", "FAHRENHEIT"]), ("K", ["K", "KEL", "KELVIN"]),
    ];

    /// <summary>Whether a character may begin a unit.</summary>
    public static bool MayBegin(char c) => char.IsLetter(c) || c is '%' or '‰' or '°' or '√' or 'Â' or 'Î' or 'º';

    /// <summary>Reads a unit.</summary>
    /// <param name="text">What stands behind the number.</param>
    /// <param name="expected">The unit that the profile gives.</param>
    /// <param name="problem">Why it cannot be read, as part of a sentence.</param>
    /// <returns>The unit, which converts to the expected one; null after a problem.</returns>
    public static Unit? Read(string text, Unit expected, out string? problem)
    {
        if (!Known.TryGetValue((text, expected), out var known))
        {
            known = Find(text, expected);
            if (Known.Count < MostRemembered)
                Known[(text, expected)] = known;
        }

        problem = known.Problem;
        return known.Unit;
    }

    private static (Unit? Unit, string? Problem) Find(string given, Unit expected)
    {
        // Texts are read as Latin-1; what was UTF-8 on the wire is put together again.
        var text = given.Replace("Â°", "°").Replace("Âµ", "µ").Replace("Î¼", "µ").Replace("Î©", "Ω").Replace("º", "°");
        var isParsed = Unit.TryParse(text, out var parsed);
        var written = isParsed && parsed!.ConvertsTo(expected) ? parsed : Named(text, expected);
        var capitals = text.Any(char.IsLower) ? null : InCapitals(text, expected);
        if (written is not null && capitals is not null && written != capitals)
            return (null, $"'{given}' may be {written} or {capitals}; say which with 'parse', as in parse: {{ regex: '([-+.0-9eE]+) *{given}', scale: … }}");
        if ((written ?? capitals) is { } unit)
            return (unit, null);
        return (null, expected.IsOne ? $"it has the unit '{given}', and the profile gives none; say 'unit'"
            : isParsed ? $"it is in {parsed!.Describe()}, and the profile says {expected.Describe()}"
            : $"'{given}' is not a unit");
    }

    // The unit that is expected, by another of its names, with a prefix whose case counts.
    private static Unit? Named(string text, Unit expected)
    {
        foreach (var (symbol, names) in Temperatures)
        {
            if (Unit.Parse(symbol) is var scale && scale.ConvertsTo(expected) && names.Contains(text, StringComparer.OrdinalIgnoreCase))
                return scale;
        }

        var (root, kind) = Root(expected);
        foreach (var prefix in Prefixes)
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal) || !IsNamed(text[prefix.Length..].TrimStart(), root, kind))
                continue;
            // A K before a unit can only be kilo.
            if (Unit.TryParse($"{(prefix == "K" ? "k" : prefix)}{root}{kind}", out var unit) && unit.ConvertsTo(expected))
                return unit;
        }

        return null;
    }

    private static Unit? InCapitals(string text, Unit expected)
    {
        var (root, kind) = Root(expected);
        foreach (var (scpi, si) in Multipliers)
        {
            // MHZ and MOHM are mega by exception.
            var prefix = scpi == "M" && root is "Hz" or "Ω" ? "M" : si;
            if (text.StartsWith(scpi, StringComparison.Ordinal) && IsNamed(text[scpi.Length..], root, kind) && Unit.TryParse($"{prefix}{root}{kind}", out var unit) && unit.ConvertsTo(expected))
                return unit;
        }

        return null;
    }

    private static bool IsNamed(string text, string root, string kind) =>
        text.Length > 0 && (text.Equals(root, StringComparison.OrdinalIgnoreCase) || text.Equals(root + kind, StringComparison.OrdinalIgnoreCase)
            || (Names.TryGetValue(root, out var names) && names.Contains(text, StringComparer.OrdinalIgnoreCase)));

    // V for mVrms, and rms.
    private static (string Root, string Kind) Root(Unit unit)
    {
        var kind = unit.Kind switch { UnitKind.Rms => "rms", UnitKind.PeakToPeak => "pp", UnitKind.Peak => "pk", _ => "" };
        var symbol = kind.Length > 0 && unit.Symbol.EndsWith(kind, StringComparison.Ordinal) ? unit.Symbol[..^kind.Length] : unit.Symbol;
        return (Unit.TryParse(symbol, out var plain) ? (plain.Root ?? plain).Symbol : symbol, kind);
    }
}
