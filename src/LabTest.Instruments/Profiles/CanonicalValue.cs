using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles;

/// <summary>
/// Brings what was asked for into the one form that a parameter's type has: a quantity in the parameter's unit, a flag, or the name of an
/// option. The first gate that every value passes.
/// </summary>
internal static class CanonicalValue
{
    /// <summary>The canonical form.</summary>
    /// <exception cref="FormatException">The value is not of the parameter's type or none of its options; the message says what it may be.</exception>
    /// <exception cref="UnitMismatchException">It is of another dimension.</exception>
    public static ParameterValue Of(ParameterModel parameter, ParameterValue value) => parameter.Type switch
    {
        ParameterType.Bool => Flag(value),
        ParameterType.Enum => Option(parameter, value),
        ParameterType.Text => value.Text ?? value.ToString(),
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

    private static ParameterValue Option(ParameterModel parameter, ParameterValue value)
    {
        var name = value.Text ?? value.ToString();
        if (parameter.FindOption(name) is not null)
            return name;
        var meant = Spelling.Nearest(name, parameter.Options.Select(o => o.Name));
        throw new FormatException($"'{name}' is none of {string.Join(", ", parameter.Options.Select(o => o.Name))}{(meant is null ? "" : $"; did you mean '{meant}'?")}");
    }

    private static ParameterValue Number(ParameterModel parameter, ParameterValue value)
    {
        if (value.Kind == ParameterValueKind.Text)
        {
            if (parameter.FindOption(value.Text!) is not null)
                return value;
            value = Quantity.TryParse(value.Text, out var read)
                ? read.Unit.IsOne ? read.Value : read
                : throw new FormatException($"'{value.Text}' is no number{(parameter.Unit.IsOne ? "" : $"; write it with its unit, as in 5 {parameter.Unit}")}");
        }

        if (value.Kind == ParameterValueKind.Flag)
            throw new FormatException($"'{value}' is no number");
        var number = value.Kind == ParameterValueKind.Number ? value.Quantity.Value : value.Quantity.In(parameter.Unit);
        if (double.IsNaN(number))
            throw new FormatException("NaN cannot be set; the value it was computed from is missing");
        if (parameter.Type == ParameterType.Integer && number != Math.Round(number))
            throw new FormatException($"{number} is no whole number");
        return new Quantity(Chosen(parameter, number), parameter.Unit);
    }

    private static double Chosen(ParameterModel parameter, double number)
    {
        var options = parameter.Options.Where(o => !double.IsNaN(o.Number) && double.TryParse(o.Name, out _)).Select(o => o.Number).Order().ToArray();
        if (options.Length == 0)
            return number;
        var nearest = options.MinBy(o => Math.Abs(o - number));
        if (Math.Abs(nearest - number) <= 1e-9 * Math.Abs(nearest))
            return nearest;
        return parameter.Coerce switch
        {
            Coercion.Nearest => nearest,
            Coercion.Up when options[^1] >= number => options.First(o => o >= number),
            _ => throw new FormatException(
                $"{new Quantity(number, parameter.Unit)} is none of {string.Join(", ", parameter.Options.Select(o => o.Name))}{(parameter.Unit.IsOne ? "" : $" {parameter.Unit}")}"),
        };
    }
}
