namespace LabTest.Units;

/// <summary>Engineering notation: a number from 1 to below 1000 and a prefix in steps of a thousand.</summary>
internal static class EngineeringFormat
{
    private const int LeastExponent = -24;
    private const int MostExponent = 24;

    /// <summary>Up to this many digits before the decimal point a number is written without an exponent.</summary>
    private const int MostWhole = 7;

    /// <summary>So many zeros after the decimal point are written, instead of an exponent, where no prefix stands for them.</summary>
    private const int LeastSmall = -8;
    private const int MostSmall = -4;

    public static string Format(Quantity quantity, int digits, IFormatProvider provider)
    {
        digits = Math.Clamp(digits, 1, 17);
        var unit = quantity.Unit;
        if (unit.Root is not { } root || quantity.Value == 0 || !double.IsFinite(quantity.Value))
            return Join(Significant(quantity.Value, digits, provider), unit.Symbol);

        // kg is the coherent unit, but the prefix goes before g.
        var value = (unit.Factor / root.Factor).Apply(quantity.Value);
        var rounded = double.Parse(value.ToString($"E{digits - 1}", provider), provider);
        var exponent = Math.Clamp((int)Math.Floor(Math.Log10(Math.Abs(rounded)) / 3) * 3, LeastExponent, MostExponent);
        var scaled = (Factor.One / Factor.PowerOfTen(exponent)).Apply(value);
        return Join(Significant(scaled, digits, provider), Prefix.Symbol(exponent) + root.Symbol);
    }

    // G would write 190 with two digits as 1.9E+02, and 0.00000421 % as 4.21E-06 %.
    private static string Significant(double value, int digits, IFormatProvider provider)
    {
        var whole = value == 0 || !double.IsFinite(value) ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        if (whole is <= MostSmall and >= LeastSmall)
            return value.ToString($"0.{new string('#', digits - whole)}", provider);
        if (whole <= digits || whole > MostWhole)
            return value.ToString($"G{digits}", provider);
        var step = Math.Pow(10, whole - digits);
        return (Math.Round(value / step) * step).ToString("F0", provider);
    }

    public static string Join(string number, string symbol) => symbol.Length == 0 ? number : symbol is "°" ? number + symbol : $"{number} {symbol}";
}
