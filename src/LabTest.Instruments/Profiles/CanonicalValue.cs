using System.Globalization;
using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>
/// Brings what was asked for into the one form that a parameter's type has: a quantity in the parameter's unit, a flag, or the name of an
/// option. The first gate that every value passes.
/// </summary>
internal static class CanonicalValue
{
    /// <summary>The canonical form.</summary>
    /// <param name="parameter">What is to take the value.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="FormatException">The value is not of the parameter's type or none of its options; the message says what it may be.</exception>
    /// <exception cref="UnitMismatchException">It is of another dimension.</exception>
    public static ParameterValue Of(ParameterModel parameter, ParameterValue value) => parameter.Type switch
    {
        ParameterType.Bool => Flag(value),
        ParameterType.Enum => Option(parameter, value),
        ParameterType.Text => Text(parameter, value),
        ParameterType.Waveform => throw new FormatException("a waveform cannot be set"),
        _ => Number(parameter, value),
    };

    private static ParameterValue Flag(ParameterValue value) => value.Kind switch
    {
        ParameterValueKind.Flag => value,
        ParameterValueKind.Number when value.Quantity.Value is 0 or 1 => value.Quantity.Value == 1,
        ParameterValueKind.Text when value.Text is "on" or "true" => true,
        ParameterValueKind.Text when value.Text is "off" or "false" => false,
        _ => throw new FormatException($"'{value}' is neither on nor off; write true or false"),
    };

    // What is not between quotes on the wire must not end the command or begin another: no value is a way round the choke point.
    private static ParameterValue Text(ParameterModel parameter, ParameterValue value)
    {
        var text = value.Text ?? value.ToString();
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') is >= 0 and var at && (char.IsControl(text[at]) || text[at] > 'ÿ'))
            throw new FormatException($"it holds the character U+{(int)text[at]:X4}, which cannot be sent");
        if (!parameter.IsQuoted && text.AsSpan().IndexOfAny(";\"'") is >= 0 and var bad)
            throw new FormatException($"it holds {text[bad]}, which would end the command; a text with it needs quotes in 'set', as in \"{{value}}\"");
        return text;
    }

    private static ParameterValue Option(ParameterModel parameter, ParameterValue value)
    {
        var name = value.Text ?? (value.Kind == ParameterValueKind.Flag ? value.Flag ? "true" : "false" : Plain(value.Quantity));
        if (parameter.FindOption(name) is not null)
            return name;
        var meant = Spelling.Nearest(name, parameter.Options.Select(o => o.Name));
        throw new FormatException($"'{name}' is none of {string.Join(", ", parameter.Options.Select(o => o.Name))}{(meant is null ? "" : $"; did you mean '{meant}'?")}");
    }

    private static string Plain(Quantity quantity) => quantity.Unit.IsOne ? quantity.Value.ToString("R", CultureInfo.InvariantCulture) : quantity.ToString();

    private static ParameterValue Number(ParameterModel parameter, ParameterValue value)
    {
        var unit = parameter.Unit;
        if (value.Kind == ParameterValueKind.Text)
        {
            if (parameter.FindOption(value.Text!) is { IsNumber: false })
                return value;
            value = Quantity.TryParse(value.Text, out var read)
                ? read.Unit.IsOne ? read.Value : read
                : throw new FormatException($"'{value.Text}' is no number{(unit.IsOne ? "" : $"; write it with its unit, as in 5 {unit}")}{NamesOf(parameter)}");
        }

        if (value.Kind == ParameterValueKind.Flag)
            throw new FormatException($"'{value}' is no number");
        var number = value.Kind == ParameterValueKind.Number ? value.Quantity.Value : value.Quantity.In(unit);
        if (!double.IsFinite(number))
            throw new FormatException(double.IsNaN(number) ? "NaN cannot be set; the value it was computed from is missing" : "an infinite number cannot be set");
        if (parameter.Type == ParameterType.Integer && number != Math.Round(number))
            throw new FormatException($"{number} is no whole number");
        if (parameter.Options.Count > 0)
            number = Chosen(parameter, number, unit);

        // What is checked is what will be sent.
        if (parameter.Format is { } format)
            number = double.Parse(number.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new Quantity(number, unit);
    }

    private static double Chosen(ParameterModel parameter, double number, Unit unit)
    {
        if (parameter.NearestOption(number) is { } nearest)
        {
            if (parameter.IsSame(nearest, number))
                return nearest;
            if (parameter.Coerce == Coercion.Nearest)
                return nearest;
            if (parameter.Coerce == Coercion.Up && parameter.HighestOption >= number)
                return parameter.NumericOptions.First(o => o >= number);
        }

        throw new FormatException($"{new Quantity(number, unit)} is none of {string.Join(", ", parameter.Options.Select(o => o.Name))}{(unit.IsOne ? "" : $" {unit}")}");
    }

    private static string NamesOf(ParameterModel parameter) =>
        parameter.Options.Any(o => !o.IsNumber) ? $", or one of {string.Join(", ", parameter.Options.Where(o => !o.IsNumber).Select(o => o.Name))}" : "";
}
