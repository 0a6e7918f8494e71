using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LabTest.Units;

/// <summary>
/// Reads units: symbols with prefixes and kinds, joined by <c>·</c>, <c>.</c>, <c>*</c>, <c>/</c> and spaces, with exponents and parentheses.
/// <c>/</c> binds the one term after it, as in UCUM: <c>V/s.A</c> is (V/s)·A.
/// </summary>
internal ref struct UnitParser
{
    private const int MostRemembered = 4096;
    private static readonly ConcurrentDictionary<string, Unit> Known = new(StringComparer.Ordinal);

    private readonly string _text;
    private int _at;
    private int _depth;

    private UnitParser(string text) => _text = text;

    public static bool TryParse(string text, [NotNullWhen(true)] out Unit? unit, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (Known.TryGetValue(text, out unit))
            return true;

        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > 100)
        {
            unit = trimmed.Length == 0 ? Unit.One : null;
            problem = unit is null ? "a unit has at most 100 characters" : null;
            return unit is not null;
        }

        try
        {
            var parser = new UnitParser(trimmed);
            unit = parser.Product();
            if (parser._at < trimmed.Length)
                throw parser.Unexpected();
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            unit = null;
            problem = e is FormatException ? e.Message : $"'{trimmed}' is not a unit: {e.Message}";
            return false;
        }

        if (!unit.Factor.IsUsable)
        {
            unit = null;
            problem = $"'{trimmed}' is not a unit that can be used: its scale does not fit a floating-point number";
            return false;
        }

        if (Known.Count < MostRemembered)
            Known[text] = unit;
        return true;
    }

    private Unit Product()
    {
        if (++_depth > 20)
            throw Unexpected();
        var product = Term();
        while (_at < _text.Length && _text[_at] != ')')
        {
            if (_text[_at] is '·' or '.' or '*' or '/' or '\u22C5')
                product = _text[_at++] == '/' ? product / Term() : product * Term();
            else if (_text[_at - 1] == ' ')
                product *= Term();
            else
                break;
        }

        _depth--;
        return product;
    }

    private Unit Term()
    {
        SkipSpaces();
        if (_at >= _text.Length)
            throw Unexpected();

        Unit term;
        if (Take("√") || Take("sqrt("))
        {
            var closing = _text[_at - 1] == '(';
            term = UnitAlgebra.Power(closing ? Product() : Term(), 0.5);
            if (closing && !Take(")"))
                throw Unexpected();
        }
        else if (Take("("))
        {
            term = Product();
            if (!Take(")"))
                throw Unexpected();
        }
        else if (_text[_at] == '1' && (_at + 1 == _text.Length || !char.IsAsciiDigit(_text[_at + 1])))
        {
            _at++;
            return Unit.One;
        }
        else
        {
            term = Symbol();
        }

        var exponent = Exponent();
        SkipSpaces();
        return exponent == 1 ? term : UnitAlgebra.Power(term, exponent);
    }

    private Unit Symbol()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetter(_text[_at]) || _text[_at] is '%' or '‰' or '°' or '℃' or '℉'))
            _at++;

        // e- is the electron, but s-1 is a rate.
        if (_at > start && _text[_at - 1] == 'e' && _at < _text.Length && _text[_at] == '-' && (_at + 1 == _text.Length || !char.IsAsciiDigit(_text[_at + 1])))
            _at++;

        var symbol = _text[start.._at];
        if (symbol.Length == 0)
            throw Unexpected();
        return Find(symbol) ?? FindKind(symbol) ?? throw new FormatException(Unknown(symbol));
    }

    private static Unit? Find(string symbol)
    {
        if (UnitTable.TryFind(symbol, out var unit))
            return UnitTable.TakesPrefix(symbol) ? new Unit(unit.Symbol, unit.Dimension, unit.Factor) { Root = unit } : unit;

        foreach (var (exponent, rest) in Prefix.Split(symbol))
        {
            if (UnitTable.TakesPrefix(rest) && UnitTable.TryFind(rest, out var root))
                return new Unit(Prefix.Symbol(exponent) + root.Symbol, root.Dimension, Factor.PowerOfTen(exponent) * root.Factor) { Root = root };
        }

        return null;
    }

    private static Unit? FindKind(string symbol)
    {
        foreach (var (suffix, kind) in ((string, UnitKind)[])[("rms", UnitKind.Rms), ("pp", UnitKind.PeakToPeak), ("pk", UnitKind.Peak)])
        {
            if (symbol.EndsWith(suffix, StringComparison.Ordinal) && Find(symbol[..^suffix.Length]) is { Kind: UnitKind.Plain } unit)
                return UnitAlgebra.WithKind(unit, kind, suffix);
        }

        return null;
    }

    private double Exponent()
    {
        var start = _at;
        if (Take("^"))
            start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || "+-⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹".Contains(_text[_at])
            || (_text[_at] == '.' && _at > start && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))))
        {
            _at++;
        }

        if (_at == start)
            return 1;
        var digits = string.Concat(_text[start.._at].Select(c => "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c) is >= 0 and var d ? (char)('0' + d) : c switch { '⁻' => '-', '⁺' => '+', _ => c }));
        return double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exponent)
            ? exponent
            : throw Unexpected();
    }

    private bool Take(string token)
    {
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
            return false;
        _at += token.Length;
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }

    private readonly FormatException Unexpected() => new(_at < _text.Length
        ? $"'{_text}' is not a unit: '{_text[_at]}' at place {_at + 1} is unexpected"
        : $"'{_text}' is not a unit: it ends too early");

    private readonly string Unknown(string symbol)
    {
        var meant = Spelling.Nearest(symbol, UnitTable.Symbols);
        return $"'{symbol}' is not a unit{(symbol == _text ? "" : $" (in '{_text}')")}{(meant is null ? "" : $"; did you mean '{meant}'?")}";
    }
}
