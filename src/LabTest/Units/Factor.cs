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

    public static Factor PowerOfTen(int exponent) =>
        exponent >= 0 ? new Factor(Math.Pow(10, exponent), 1) : new Factor(1, Math.Pow(10, -exponent));

    public Factor Power(double exponent) => exponent >= 0
        ? new Factor(Math.Pow(Numerator, exponent), Math.Pow(Denominator, exponent))
        : new Factor(Math.Pow(Denominator, -exponent), Math.Pow(Numerator, -exponent));

    public double Apply(double value) =>
        Denominator == 1 ? value * Numerator : Numerator == 1 ? value / Denominator : value * Numerator / Denominator;

    private static Factor Reduce(double numerator, double denominator)
    {
        var up = numerator / denominator;
        if (up == Math.Floor(up) && up * denominator == numerator)
            return new Factor(up, 1);
        var down = denominator / numerator;
        return down == Math.Floor(down) && down * numerator == denominator ? new Factor(1, down) : new Factor(numerator, denominator);
    }
}
