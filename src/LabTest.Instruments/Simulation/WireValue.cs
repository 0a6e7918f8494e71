using System.Globalization;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>Values as a simulated instrument reads and writes them.</summary>
internal static class WireValue
{
    /// <summary>Reads what a parameter is to be set to.</summary>
    /// <returns>The value in canonical form; or the error: out of range is −222, none of the options −224, no number −104.</returns>
    public static (ParameterValue? Value, ScpiError Error) Read(ParameterModel parameter, string text, RangeEnds? range, EvaluationContext context)
    {
        if (parameter.Type == ParameterType.Text)
            return (text.Trim('"', '\''), default);
        if (parameter.Options.FirstOrDefault(o => o.Wire.Matches(text)) is { } option)
            return (parameter.Type == ParameterType.Enum || !IsNumber(option.Name, out var listed) ? option.Name : new Quantity(listed, parameter.Unit), default);
        if (parameter.Type == ParameterType.Enum)
            return (null, ScpiError.IllegalParameterValue);
        if (parameter.Type == ParameterType.Bool)
            return Flag(text);

        if (Special(parameter, text, range, context) is { } special)
            return (new Quantity(special, parameter.Unit), default);
        if (!IsNumber(text, out var number))
        {
            if (!Quantity.TryParse(text, out var quantity) || !quantity.Unit.ConvertsTo(parameter.Unit))
                return (null, ScpiError.DataType);
            number = quantity.In(parameter.Unit);
        }

        if (parameter.Options.Count > 0)
        {
            return parameter.Options.FirstOrDefault(o => Math.Abs(o.Number - number) <= 1e-9 * Math.Abs(number)) is { } near && IsNumber(near.Name, out _)
                ? (new Quantity(near.Number, parameter.Unit), default)
                : (null, ScpiError.IllegalParameterValue);
        }

        if (range is not null && !(number >= range.Low(context) && number <= range.High(context)))
            return (null, ScpiError.DataOutOfRange);
        if (parameter.Type == ParameterType.Integer)
            number = Math.Round(number);
        return (new Quantity(number, parameter.Unit), default);
    }

    /// <summary>Writes a name or a text.</summary>
    public static string Write(ParameterModel parameter, string text) =>
        Placed(parameter, parameter.FindOption(text)?.Wire.Text ?? (parameter.Type == ParameterType.Text ? $"\"{text}\"" : text));

    /// <summary>Writes a number.</summary>
    public static string Write(ParameterModel parameter, string text, double value)
    {
        if (parameter.Type is ParameterType.Bool or ParameterType.Integer)
            return Placed(parameter, ((long)value).ToString(CultureInfo.InvariantCulture));
        var unscaled = parameter.Answer.Unscale(value);
        return Placed(parameter, unscaled == value ? text : unscaled.ToString("R", CultureInfo.InvariantCulture));
    }

    private static string Placed(ParameterModel parameter, string value) => new string(',', parameter.Answer.Field) + value;

    private static (ParameterValue? Value, ScpiError Error) Flag(string text) => text.ToUpperInvariant() switch
    {
        "1" or "ON" => (true, default),
        "0" or "OFF" => (false, default),
        _ => (null, ScpiError.IllegalParameterValue),
    };

    // MINimum, MAXimum and DEFault stand for numbers (SCPI-99, volume 1, section 7.2.1).
    private static double? Special(ParameterModel parameter, string text, RangeEnds? range, EvaluationContext context)
    {
        bool Is(string printed) => Mnemonic.Parse(printed).Forms.Contains(text, StringComparer.OrdinalIgnoreCase);
        if (Is("MINimum"))
            return range?.Low(context);
        if (Is("MAXimum"))
            return range?.High(context);
        return Is("DEFault") ? parameter.Init?.Quantity.Value : null;
    }

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
