using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>Takes the value out of an answer, and for the simulator puts it in.</summary>
/// <param name="regex">The expression whose first group is the value; null for none.</param>
/// <param name="spec">As the profile says it; null where the whole answer is the value.</param>
internal sealed class AnswerParser(Regex? regex, ParseSpec? spec)
{
    private readonly int? _field = spec?.Field;
    private readonly double _scale = spec?.Scale ?? 1;

    /// <summary>What the number in the answer is multiplied with.</summary>
    public double Scale => _scale;

    /// <summary>Whether an expression takes the value out of the answer.</summary>
    public bool HasExpression => regex is not null;

    /// <summary>The text of the value; null where the answer does not have it.</summary>
    public string? Text(string answer) => Take(answer)?.Text;

    /// <summary>The word of an answer that the value is a piece of, as <c>1.</c> is of <c>1.#INF</c>; the whole answer where it does not have the value.</summary>
    public string Word(string answer)
    {
        if (regex is null || _field is not null || Match(answer) is not { Success: true } match)
            return answer.Trim();
        var value = match.Groups.Count > 1 ? match.Groups[1] : match;
        var start = value.Index;
        var end = value.Index + value.Length;
        while (start > 0 && !IsBetweenWords(answer[start - 1]))
            start--;
        while (end < answer.Length && !IsBetweenWords(answer[end]))
            end++;
        return answer[start..end];
    }

    /// <summary>The text of the value, and what stands behind it where the expression ends with the value: a unit may be there.</summary>
    /// <returns>Both, without spaces around them; null where the answer does not have the value.</returns>
    public (string Text, string Behind)? Take(string answer)
    {
        var text = answer;
        var behind = "";
        if (regex is not null)
        {
            if (Match(text) is not { Success: true } match)
                return null;
            var value = match.Groups.Count > 1 ? match.Groups[1] : match;
            if (value.Index + value.Length == match.Index + match.Length && _field is null)
                behind = answer[(value.Index + value.Length)..].Trim();
            text = value.Value;
        }

        if (_field is { } field)
        {
            var fields = Fields(text);
            if (field >= fields.Count)
                return null;
            text = fields[field];
        }

        return (text.Trim(), behind);
    }

    /// <summary>What the instrument answers for a number: the inverse of the scale.</summary>
    public double Unscale(double number) => _scale == 1 ? number : number / _scale;

    /// <summary>An answer from which the value is taken again.</summary>
    public string Compose(string value)
    {
        if (_field is { } field)
            value = new string(',', field) + value;
        return regex is null || regex.GetGroupNumbers().Length == 1 ? value : RegexSample.Make(regex, (_, number) => number == 1 ? value : null);
    }

    /// <summary>An answer from which each parser takes its own value, as far as their expressions allow: fields at their places, all else in a row.</summary>
    public static string Compose(IReadOnlyList<(AnswerParser Parser, string Value)> values)
    {
        if (!values.All(v => v.Parser is { _field: not null } && v.Parser.IsWhole))
            return string.Join(',', values.Select(v => v.Parser.Compose(v.Value)));
        var fields = new string[values.Max(v => v.Parser._field!.Value) + 1];
        foreach (var (parser, value) in values)
            fields[parser._field!.Value] = value;
        return string.Join(',', fields);
    }

    // Whether fields are those of the whole answer.
    private bool IsWhole => regex is null;

    // A comma between double quotes is part of a text.
    private static List<string> Fields(string text)
    {
        List<string> fields = [];
        var (start, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
                isQuoted = !isQuoted;
            if (text[at] != ',' || isQuoted)
                continue;
            fields.Add(text[start..at]);
            start = at + 1;
        }

        // A quote that is never closed is a mark like any other.
        if (isQuoted)
            return [.. text.Split(',')];
        fields.Add(text[start..]);
        return fields;
    }

    private static bool IsBetweenWords(char c) => char.IsWhiteSpace(c) || c is ',' or ';' or ':' or '=' or '"' or '\'';

    private Match? Match(string text)
    {
        try
        {
            return regex!.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
