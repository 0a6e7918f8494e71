using System.Text;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>
/// Makes an answer to the identity query that the profile's own regular expression accepts: the shortest text it describes, with a serial
/// number and a firmware version where its groups of these names are.
/// </summary>
internal sealed class SimulatedIdentity
{
    private readonly string _expression;
    private readonly string _serial;
    private int _at;

    private SimulatedIdentity(string expression, string serial)
    {
        _expression = expression;
        _serial = serial;
    }

    public static string Of(InstrumentModel model, string serial)
    {
        if (model.Identity?.Match is not { } match)
            return "";
        var answer = new SimulatedIdentity(match.ToString(), serial).Alternatives();
        return match.IsMatch(answer) ? answer : $"LabTest,{model.Id},{serial},1.0.0";
    }

    // The first of the texts between | up to the closing parenthesis or the end.
    private string Alternatives()
    {
        string? first = null;
        while (true)
        {
            var text = Sequence();
            first ??= text;
            if (_at >= _expression.Length || _expression[_at] != '|')
                return first;
            _at++;
        }
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _expression.Length && _expression[_at] is not ('|' or ')'))
        {
            var atom = Atom();
            text.Append(Quantifier() ? atom : "");
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
                var first = _expression[_at] == '^' ? 'x' : _expression[_at];
                _at = _expression.IndexOf(']', _at) + 1;
                return first.ToString();
            case '\\' when _at < _expression.Length:
                return _expression[_at++] switch { 'd' => "0", 'w' => "x", 's' => " ", var escaped => escaped.ToString() };
            default:
                return c.ToString();
        }
    }

    private string Group()
    {
        var name = "";
        if (_expression.AsSpan(_at).StartsWith("?:"))
        {
            _at += 2;
        }
        else if (_expression.AsSpan(_at).StartsWith("?<"))
        {
            var close = _expression.IndexOf('>', _at);
            name = _expression[(_at + 2)..close];
            _at = close + 1;
        }

        var text = Alternatives();
        _at++;
        return name switch { "serial" => _serial, "firmware" => "1.0.0", _ => text };
    }

    // Whether what stands before it is there at least once.
    private bool Quantifier()
    {
        if (_at >= _expression.Length || _expression[_at] is not ('*' or '+' or '?' or '{'))
            return true;
        var optional = _expression[_at] is '*' or '?' || _expression.AsSpan(_at).StartsWith("{0");
        _at = _expression[_at] == '{' ? _expression.IndexOf('}', _at) + 1 : _at + 1;
        if (_at < _expression.Length && _expression[_at] == '?')
            _at++;
        return !optional;
    }
}
