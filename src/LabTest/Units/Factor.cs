namespace LabTest.Units;

/// <summary>
/// A scale held as a numerator and a denominator, so that 3300 mV becomes 3.3 V by a division by 1000, correctly rounded, and not
/// 3.3000000000000003 V by a multiplication with the inexact 0.001.
/// </summary>
internal readonly record struct Factor(double Numerator, double Denominator)
{
    public static Factor One { get; } = new(1, 1);

    public double Value => Numerator / Denominator;

    public static Factor operator *(Factor left, Factor right) =>
        Reduce(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Factor operator /(Factor left, Factor right) =>
        Reduce(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether values can be scaled by it there and back.</summary>
    public bool IsUsable => double.IsNormal(Numerator) && double.IsNormal(Denominator) && double.IsNormal(Value) && double.IsNormal(1 / Value);

    public static Factor PowerOfTen(int exponent) =>
        exponent >= 0 ? new Factor(Math.Pow(10, exponent), 1) : new Factor(1, Math.Pow(10, -exponent));

    public Factor Power(double exponent) => exponent >= 0
        ? Reduce(Math.Pow(Numerator, exponent), Math.Pow(Denominator, exponent))
        : Reduce(Math.Pow(Denominator, -exponent), Math.Pow(Numerator, -exponent));

    public double Apply(double value) =>
        Denominator == 1 ? value * Numerator : Numerator == 1 ? value / Denominator : value * Numerator / Denominator;

    private static Factor Reduce(double numerator, double denominator)
    {
        // Whole numbers lose what they have in common, so that one scale is one pair of numbers: km/h and m/s·5/18 are the same unit.
        if (IsExact(numerator) && IsExact(denominator) && Common((ulong)numerator, (ulong)denominator) is > 1 and var common)
            return new Factor(numerator / common, denominator / common);

        var up = numerator / denominator;
        if (up == Math.Floor(up) && up * denominator == numerator)
            return new Factor(up, 1);
        var down = denominator / numerator;
        return down == Math.Floor(down) && down * numerator == denominator ? new Factor(1, down) : new Factor(numerator, denominator);
    }

    private static bool IsExact(double number) => number is >= 1 and <= 1L << 53 && number == Math.Floor(number);

    private static ulong Common(ulong a, ulong b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
