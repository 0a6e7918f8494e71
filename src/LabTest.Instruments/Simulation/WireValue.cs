using LabTest.Instruments.Profiles;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>Values as a simulated instrument reads and writes them.</summary>
internal static class WireValue
{
    private static readonly Mnemonic Minimum = Mnemonic.Parse("MINimum");
    private static readonly Mnemonic Maximum = Mnemonic.Parse("MAXimum");
    private static readonly Mnemonic Default = Mnemonic.Parse("DEFault");

    /// <summary>Reads what a parameter is to be set to.</summary>
    /// <returns>The value in canonical form; or the error: out of range is −222, none of the options −224, no number −104.</returns>
    public static (ParameterValue? Value, ScpiError Error) Read(ParameterModel parameter, string text, RangeEnds? range, EvaluationContext context)
    {
        if (parameter.Type == ParameterType.Text)
            return (parameter.IsQuoted ? text : StringData.Unquote(text), default);
        foreach (var option in parameter.Options)
        {
            if (option.Wire.Matches(text))
                return (option.IsNumber ? new Quantity(option.Number, parameter.Unit) : parameter.Type == ParameterType.Bool ? option.Name == ParameterModel.On : (ParameterValue)option.Name, default);
        }

        if (parameter.Type == ParameterType.Enum)
            return (null, ScpiError.IllegalParameterValue);
        if (parameter.Type == ParameterType.Bool)
            return Flag(text);

        if (Special(parameter, text, range, context) is { } special)
            return (new Quantity(special, parameter.Unit), default);
        if (!NumericData.TryRead(text, parameter.Unit, out var number))
            return (null, ScpiError.DataType);
        if (!double.IsFinite(number))
            return (null, ScpiError.DataOutOfRange);
        if (parameter.Options.Count > 0)
        {
            return parameter.NearestOption(number) is { } near && parameter.IsSame(near, number)
                ? (new Quantity(near, parameter.Unit), default)
                : (null, ScpiError.IllegalParameterValue);
        }

        if (range is not null && !(number >= range.Low(context) && number <= range.High(context)))
            return (null, ScpiError.DataOutOfRange);
        if (parameter.Type == ParameterType.Integer)
            number = Math.Round(number);
        return (new Quantity(number, parameter.Unit), default);
    }

    /// <summary>Writes a name or a text; the answer it stands in is the parser's.</summary>
    public static string Write(ParameterModel parameter, string text) =>
        parameter.FindOption(text)?.Wire.Text ?? (parameter.Type == ParameterType.Text ? StringData.Quote(text) : text);

    /// <summary>Writes a number; the answer it stands in is the parser's.</summary>
    public static string Write(ParameterModel parameter, double value)
    {
        if (parameter.Type == ParameterType.Bool && double.IsFinite(value))
            return parameter.Wire(value != 0);
        var raw = parameter.Answer.Unscale(value);
        return NumericData.Write(parameter.Type == ParameterType.Integer && double.IsFinite(value) ? Math.Round(raw) : raw);
    }

    // MINimum, MAXimum and DEFault stand for numbers (SCPI-99, volume 1, section 7.2.1).
    public static double? Special(ParameterModel parameter, string text, RangeEnds? range, EvaluationContext context)
    {
        if (Minimum.Matches(text))
            return range?.Low(context) ?? parameter.LowestOption;
        if (Maximum.Matches(text))
            return range?.High(context) ?? parameter.HighestOption;
        return Default.Matches(text) && parameter.Init?.Quantity.Value is { } init && !double.IsNaN(init) ? init : null;
    }

    private static (ParameterValue? Value, ScpiError Error) Flag(string text)
    {
        if (text.Equals("ON", StringComparison.OrdinalIgnoreCase))
            return (true, default);
        if (text.Equals("OFF", StringComparison.OrdinalIgnoreCase))
            return (false, default);
        return NumericData.TryRead(text, Unit.One, out var number) ? (Math.Round(number) != 0, default) : (null, ScpiError.IllegalParameterValue);
    }
}
