using System.Text;
using System.Text.RegularExpressions;

namespace LabTest.Instruments.Profiles;

/// <summary>Makes a text that a regular expression accepts: the shortest one it describes, with given texts in its groups.</summary>
internal sealed class RegexSample
{
    private const int MostDepth = 100;

    private readonly string _expression;
    private readonly Func<string?, int, string?> _ofGroup;
    private int _at;
    private int _depth;
    private int _groups;

    private RegexSample(string expression, Func<string?, int, string?> ofGroup)
    {
        _expression = expression;
        _ofGroup = ofGroup;
    }

    /// <summary>Makes a text.</summary>
    /// <param name="regex">The expression; what it has beyond groups, classes, alternatives and quantifiers is taken literally.</param>
    /// <param name="ofGroup">What stands in a capturing group, by its name (null for none) and its number from 1; null for what the group describes.</param>
    public static string Make(Regex regex, Func<string?, int, string?> ofGroup) => new RegexSample(regex.ToString(), ofGroup).Alternatives();

    private bool IsAtEnd => _at >= _expression.Length;

    private bool Is(string text) => _expression.AsSpan(_at).StartsWith(text);

    // The first of the texts between | up to the closing parenthesis or the end.
    private string Alternatives()
    {
        if (++_depth > MostDepth)
        {
            _at = _expression.Length;
            return "";
        }

        string? first = null;
        while (true)
        {
            var text = Sequence();
            first ??= text;
            if (IsAtEnd || _expression[_at] != '|')
                break;
            _at++;
        }

        _depth--;
        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (!IsAtEnd && _expression[_at] is not ('|' or ')'))
        {
            var atom = Atom();
            text.Insert(text.Length, atom, Times());
        }

        return text.ToString();
    }

    private string Atom()
    {
        var c = _expression[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return "x";
            case '(':
                return Group();
            case '[':
                return Class();
            case '\\' when !IsAtEnd:
                return _expression[_at++] switch { 'd' => "0", 'w' => "x", 's' => " ", 'b' or 'A' or 'z' or 'Z' => "", 'n' => "\n", 'r' => "\r", 't' => "\t", var escaped => escaped.ToString() };
            default:
                return c.ToString();
        }
    }

    // One character of a class: the first that is listed, or one that hardly any class excludes.
    private string Class()
    {
        var start = _at;
        var isNegated = Is("^");
        if (isNegated)
            _at++;
        var first = IsAtEnd ? "x" : _expression[_at] == '\\' ? EscapedInClass() : _expression[_at].ToString();
        var end = _expression.IndexOf(']', Math.Min(_at + 1, _expression.Length));
        _at = end < 0 ? _expression.Length : end + 1;
        if (!isNegated)
            return first;
        var excluded = _expression.AsSpan(start, _at - start);
        foreach (var candidate in "x1 -")
        {
            if (!excluded.Contains(candidate))
                return candidate.ToString();
        }

        return "~";
    }

    private string EscapedInClass()
    {
        _at++;
        return IsAtEnd ? "" : _expression[_at] switch { 'd' => "0", 'w' => "x", 's' => " ", var escaped => escaped.ToString() };
    }

    private string Group()
    {
        string? name = null;
        var number = 0;
        if (Is("?:"))
        {
            _at += 2;
        }
        else if (Is("?=") || Is("?!") || Is("?<=") || Is("?<!"))
        {
            Alternatives();
            _at++;
            return "";
        }
        else if (Is("?") && !Is("?<") && _expression.IndexOf(')', _at) is > 0 and var end)
        {
            _at = end + 1;      // options such as (?i)
            return "";
        }
        else if (Is("?<") && _expression.IndexOf('>', _at) is > 0 and var close)
        {
            name = _expression[(_at + 2)..close];
            number = ++_groups;
            _at = close + 1;
        }
        else
        {
            number = ++_groups;
        }

        var text = Alternatives();
        _at++;
        return (number > 0 ? _ofGroup(name, number) : null) ?? text;
    }

    // How often what stands before it is there at least.
    private int Times()
    {
        if (IsAtEnd || _expression[_at] is not ('*' or '+' or '?' or '{'))
            return 1;
        var times = _expression[_at] is '*' or '?' ? 0 : 1;
        if (_expression[_at] == '{')
        {
            var close = _expression.IndexOf('}', _at);
            if (close < 0)
                return 1;
            times = int.TryParse(_expression.AsSpan(_at + 1, close - _at - 1).ToString().Split(',')[0], out var least) ? Math.Min(least, 1000) : 1;
            _at = close;
        }

        _at++;
        if (!IsAtEnd && _expression[_at] is '?' or '+')
            _at++;
        return times;
    }
}
