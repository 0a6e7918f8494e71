using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>
/// Reads answers: numbers in every form, with their unit where it stands behind them, what means that there is no valid value, flags, names and texts.
/// What can be read in two ways is a problem, not a value.
/// </summary>
internal static class AnswerReader
{
    /// <summary>Reads an answer.</summary>
    /// <param name="parameter">What was asked for.</param>
    /// <param name="unit">The unit of its numbers now.</param>
    /// <param name="channel">The channel; null for none.</param>
    /// <param name="answer">What came.</param>
    /// <returns>The value, NaN where the instrument says that there is none; or why the answer cannot be read, as the end of a sentence.</returns>
    public static (ParameterValue Value, string? Problem) Read(ParameterModel parameter, Unit unit, string? channel, string answer)
    {
        // 1.#INF, of which an expression takes the 1, is no value whatever is taken of it.
        if (parameter.Type is ParameterType.Number or ParameterType.Integer && parameter.Answer.HasExpression && NoValueIn(parameter, answer) is { } word)
            return Number(parameter, unit, channel, word, "");
        if (parameter.Answer.Take(answer) is not var (text, behind))
            return Problem("is not as the profile's 'parse' says");
        return parameter.Type switch
        {
            ParameterType.Number or ParameterType.Integer => Number(parameter, unit, channel, text, behind),
            ParameterType.Bool => Flag(parameter, text),
            ParameterType.Enum => parameter.FindAnswered(text) is { } option ? (option.Name, null) : Problem($"is none of {string.Join(", ", parameter.Options.Select(o => o.Wire.Text))}"),
            _ => (StringData.Unquote(text), null),
        };
    }

    private static string? NoValueIn(ParameterModel parameter, string answer)
    {
        var word = StringData.Unquote(parameter.Answer.Word(answer)).Trim();
        return NoValueWords.TryRead(word, out _) || (parameter.Overload?.Matches(word) == true && !NumericAnswer.TryTake(word, out _, out _)) ? word : null;
    }

    private static (ParameterValue Value, string? Problem) Problem(string text) => (default, text);

    private static (ParameterValue Value, string? Problem) Flag(ParameterModel parameter, string text)
    {
        if (parameter.FindAnswered(text) is { } option)
            return (option.Name == ParameterModel.On, null);
        var word = StringData.Unquote(text).Trim();
        if (word.Equals("ON", StringComparison.OrdinalIgnoreCase) || word.Equals("TRUE", StringComparison.OrdinalIgnoreCase))
            return (true, null);
        if (word.Equals("OFF", StringComparison.OrdinalIgnoreCase) || word.Equals("FALSE", StringComparison.OrdinalIgnoreCase))
            return (false, null);
        return NumericAnswer.TryTake(word, out var number, out var length) && length == word.Length && number is 0 or 1 ? (number == 1, null) : Problem("is neither on nor off");
    }

    private static (ParameterValue Value, string? Problem) Number(ParameterModel parameter, Unit unit, string? channel, string text, string behind)
    {
        var isNumber = NumericAnswer.TryTake(text, out var sent, out var length);
        if (!isNumber)
        {
            text = StringData.Unquote(text).Trim();
            isNumber = NumericAnswer.TryTake(text, out sent, out length);
        }

        // 1.#INF, as some C libraries print infinity, begins like a number.
        isNumber &= !(text.Length > length && text[length] == '#');
        if (isNumber && !parameter.IsNoValue(sent, channel) && parameter.Overload?.Matches(text) != true)
            return Measured(parameter, unit, sent, text[length..].Trim(), behind);

        // What a setting can be set to has a name, be it infinity; a reading has no valid value then.
        var isNone = isNumber || parameter.Overload?.Matches(text) == true;
        var isWord = !isNone && NoValueWords.TryRead(text, out sent);
        if ((parameter.Kind != ParameterKind.Reading || !(isNone || isWord)) && parameter.FindAnswered(text) is { } named)
            return (named.IsNumber ? new Quantity(named.Number, unit) : named.Name, null);
        if (isWord && !parameter.IsNoValue(sent, channel))
            return (new Quantity(sent * parameter.Answer.Scale, unit), null);
        return isNone || isWord ? (new Quantity(double.NaN, unit), null) : NotANumber(text);
    }

    private static (ParameterValue Value, string? Problem) NotANumber(string text) => Problem(
        text.Contains(',') ? "is not a number; where it holds several values, say which with 'parse', as in parse: { field: 0 }" : "is not a number");

    private static (ParameterValue Value, string? Problem) Measured(ParameterModel parameter, Unit unit, double sent, string suffix, string behind)
    {
        if (suffix.Length > 0 && !AnsweredUnit.MayBegin(suffix[0]))
            return NotANumber(suffix);
        var isCut = suffix.Length == 0;
        if (isCut && !unit.IsOne)
            suffix = UnitBehind(behind);
        var number = sent * parameter.Answer.Scale;
        if (suffix.Length > 0)
        {
            if (AnsweredUnit.Read(suffix, unit, out var problem) is not { } written)
                return Problem(isCut ? $"has '{suffix}' behind the number, and {problem}; take it into the expression of 'parse' if it is meant so" : $"cannot be read: {problem}");
            if (written != unit)
            {
                if (Converted(new Quantity(sent, written), unit, parameter.Answer.Scale) is not { } converted)
                    return Problem($"is in {written}, and 'parse' scales it as well; take the unit into its expression, or leave 'scale' out");
                number = converted;
            }
        }

        if (parameter.Type == ParameterType.Integer)
        {
            var whole = Math.Round(number);
            if (!(Math.Abs(number - whole) <= 1e-9 * Math.Max(1, Math.Abs(number))))
                return Problem("is not a whole number");
            number = whole;
        }

        if (parameter.NearestOption(number) is { } near && Math.Abs(near - number) <= 1e-6 * Math.Abs(near))
            number = near;
        return (new Quantity(number, unit), null);
    }

    // What is sent in one unit and scaled to another is converted once: by the scale where that is what it is for, else not at all.
    private static double? Converted(Quantity sent, Unit unit, double scale)
    {
        var converted = sent.In(unit);
        return scale == 1 || Math.Abs(converted - sent.Value * scale) <= 1e-9 * Math.Abs(converted) ? converted : null;
    }

    // The word behind a number, if it can be a unit: letters up to a space or the end of a field.
    private static string UnitBehind(string behind)
    {
        var end = behind.AsSpan().IndexOfAny(" ,;\t");
        var word = end < 0 ? behind : behind[..end];
        return word.Length > 0 && AnsweredUnit.MayBegin(word[0]) && !word.Any(char.IsAsciiDigit) ? word : "";
    }
}
