using System.Globalization;
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

    /// <summary>The text of the value; null where the answer does not have it.</summary>
    public string? Text(string answer)
    {
        if (regex is null && _field is null)
            return answer.Trim();
        var text = answer;
        if (regex is not null)
        {
            if (Match(text) is not { Success: true } match)
                return null;
            text = match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
        }

        if (_field is { } field)
        {
            var fields = text.Split(',');
            if (field >= fields.Length)
                return null;
            text = fields[field];
        }

        return text.Trim();
    }

    /// <summary>The number; null where the answer has none.</summary>
    public double? Number(string answer)
    {
        if (!double.TryParse(regex is null && _field is null ? answer : Text(answer), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        return _scale == 1 ? number : number * _scale;
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
