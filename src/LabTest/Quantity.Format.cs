using System.Globalization;
using LabTest.Units;

namespace LabTest;

public readonly partial struct Quantity : IFormattable
{
    /// <summary>Formats the quantity.</summary>
    /// <param name="format">
    /// Nothing or <c>E</c>: engineering notation with up to seven digits; <c>E4</c>: with up to four. <c>G</c>: the number as it is, in its own
    /// unit, round-trip. Any other .NET format for numbers applies to the number in its own unit.
    /// </param>
    /// <param name="formatProvider">A culture; the invariant one if none.</param>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        formatProvider ??= CultureInfo.InvariantCulture;
        if (string.IsNullOrEmpty(format) || format[0] == 'E')
        {
            var digits = format?.Length > 1 && int.TryParse(format.AsSpan(1), CultureInfo.InvariantCulture, out var given) ? given : 7;
            return EngineeringFormat.Format(this, digits, formatProvider);
        }

        var number = format == "G" ? Value.ToString("R", formatProvider) : Value.ToString(format, formatProvider);
        return EngineeringFormat.Join(number, Unit.Symbol);
    }
}
