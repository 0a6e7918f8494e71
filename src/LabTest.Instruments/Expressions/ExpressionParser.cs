using System.Globalization;

namespace LabTest.Instruments.Expressions;

/// <summary>
/// A Pratt parser. From loosest to tightest: <c>or</c>; <c>and</c>; <c>not</c>; comparisons; <c>+ -</c>; <c>* /</c>; sign; <c>^</c>, which binds
/// to the right.
/// </summary>
internal ref struct ExpressionParser
{
    private const int MostDepth = 100;
    private const int MostLength = 2000;
    private const int ComparisonTightness = 4;
    private const int NotTightness = 3;
    private static readonly string[] Operators = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ","];

    private readonly string _text;
    private int _at;
    private int _depth;
    private string _token = "";
    private int _tokenAt;

    private ExpressionParser(string text) => _text = text;

    public static Expression Parse(string text)
    {
        if (text.Length > MostLength)
            throw new ExpressionException($"the formula is longer than {MostLength} characters", MostLength);
        var parser = new ExpressionParser(text);
        parser.Advance();
        var expression = parser.Parse(0);
        return parser._token.Length == 0 ? expression : throw parser.Unexpected();
    }

    private Expression Parse(int tightness)
    {
        if (++_depth > MostDepth)
            throw new ExpressionException($"the formula nests deeper than {MostDepth} levels", _tokenAt);
        var left = Prefix();
        while (Tightness(_token) is var own && own > tightness)
        {
            var name = _token;
            Advance();
            left = new BinaryExpression(name, left, Parse(name == "^" ? own - 1 : own));
            if (own == ComparisonTightness && Tightness(_token) == own)
                throw new ExpressionException("comparisons cannot be chained; write a < b and b < c", _tokenAt);
        }

        _depth--;
        return left;
    }

    private Expression Prefix()
    {
        var (token, at) = (_token, _tokenAt);
        if (token.Length == 0)
            throw new ExpressionException("the formula ends too early", _text.Length);
        Advance();
        switch (token)
        {
            case "-" or "+":
                return new UnaryExpression(token, Parse(Tightness("*")));
            case "not":
                return new UnaryExpression(token, Parse(NotTightness));
            case "(":
                var inner = Parse(0);
                Expect(")");
                return inner;
            case "pi":
                return new NumberExpression(Math.PI);
        }

        if (char.IsAsciiDigit(token[0]) || token[0] == '.')
        {
            return double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? new NumberExpression(number)
                : throw new ExpressionException($"'{token}' is no number", at);
        }

        if (token[0] == '\'')
            return new OptionExpression(token[1..^1], at);
        if (!char.IsLetter(token[0]) && token[0] != '_')
            throw new ExpressionException($"'{token}' is unexpected", at);
        return _token == "(" ? Call(token, at) : new NameExpression(token, at);
    }

    private CallExpression Call(string function, int at)
    {
        if (!CallExpression.Functions.TryGetValue(function, out var count))
            throw new ExpressionException($"there is no function '{function}'; there are {string.Join(", ", CallExpression.Functions.Keys)}", at);
        Expect("(");
        List<Expression> arguments = [Parse(0)];
        while (_token == ",")
        {
            Advance();
            arguments.Add(Parse(0));
        }

        Expect(")");
        if (arguments.Count < count.Least || arguments.Count > count.Most)
            throw new ExpressionException($"'{function}' takes {(count.Least == 1 ? "1 argument" : $"{count.Least} arguments")}, not {arguments.Count}", at);
        return new CallExpression(function, arguments);
    }

    private static int Tightness(string token) => token switch
    {
        "or" => 1,
        "and" => 2,
        "<" or "<=" or ">" or ">=" or "==" or "!=" => ComparisonTightness,
        "+" or "-" => 5,
        "*" or "/" => 6,
        "^" => 8,
        _ => -1,
    };

    private void Expect(string token)
    {
        if (_token != token)
            throw _token.Length == 0 ? new ExpressionException($"'{token}' is missing at the end", _text.Length) : Unexpected();
        Advance();
    }

    private void Advance()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        _tokenAt = _at;
        if (_at >= _text.Length)
        {
            _token = "";
            return;
        }

        var rest = _text.AsSpan(_at);
        var length = char.IsAsciiDigit(rest[0]) || rest[0] == '.' ? NumberLength(rest) : rest[0] == '\'' ? rest[1..].IndexOf('\'') + 2 : NameLength(rest);
        if (length == 1 && rest[0] == '\'')
            throw new ExpressionException("a quote is not closed", _at);
        foreach (var name in Operators)
        {
            if (length == 0 && rest.StartsWith(name, StringComparison.Ordinal))
                length = name.Length;
        }

        if (length == 0)
            throw new ExpressionException($"'{rest[0]}' is unexpected{(rest[0] == '=' ? "; equality is written ==" : "")}", _at);
        _token = rest[..length].ToString();
        _at += length;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetter(text[length]) || text[length] == '_' || (length > 0 && char.IsAsciiDigit(text[length]))))
            length++;
        return length;
    }

    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] == '.'
            || text[length] is 'e' or 'E' || (text[length] is '+' or '-' && text[length - 1] is 'e' or 'E')))
        {
            length++;
        }

        return length;
    }

    private readonly ExpressionException Unexpected() => new($"'{_token}' is unexpected", _tokenAt);
}
