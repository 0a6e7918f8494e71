using System.Globalization;
using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>Takes the value out of an answer.</summary>
internal sealed class AnswerParser(ParseSpec? spec)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private readonly Regex? _regex = spec?.Regex is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant, MostTime) : null;
    private readonly int? _field = spec?.Field;
    private readonly double _scale = spec?.Scale ?? 1;

    /// <summary>The text of the value; null where the answer does not have it.</summary>
    public string? Text(string answer)
    {
        var text = answer;
        if (_regex is not null)
        {
            var match = _regex.Match(text);
            if (!match.Success)
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

    /// <summary>Which of the fields between commas is the value, from 0.</summary>
    public int Field => _field ?? 0;

    /// <summary>The number; null where the answer has none.</summary>
    public double? Number(string answer) =>
        Text(answer) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number * _scale : null;

    /// <summary>What the instrument answers for a number: the inverse of <see cref="Number"/> where there is one.</summary>
    public double Unscale(double number) => number / _scale;
}
