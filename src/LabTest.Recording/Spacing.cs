namespace LabTest.Recording;

/// <summary>Values between two ends.</summary>
internal static class Spacing
{
    /// <summary>Values at even distances, both ends included, in the unit of the first.</summary>
    /// <exception cref="ArgumentException">An end is not a finite number.</exception>
    public static Quantity[] Linear(Quantity from, Quantity to, int points)
    {
        RequireFinite(from);
        RequireFinite(to);
        var end = to.In(from.Unit);
        return Each(points, share => from.Value + (end - from.Value) * share, from.Unit);
    }

    /// <summary>Values at even ratios, both ends included, in the unit of the first.</summary>
    /// <exception cref="ArgumentException">An end is not a finite number above zero.</exception>
    public static Quantity[] Logarithmic(Quantity from, Quantity to, int points)
    {
        RequireFinite(from);
        RequireFinite(to);
        var end = to.In(from.Unit);
        if (!(from.Value > 0 && end > 0))
            throw new ArgumentOutOfRangeException(nameof(from), $"Even ratios from {from} to {to} need both ends above zero.");
        return Each(points, share => from.Value * Math.Pow(end / from.Value, share), from.Unit);
    }

    private static void RequireFinite(Quantity end)
    {
        if (NoValue.Is(end))
            throw new ArgumentException($"{end:G} is not a value from or to which others can be spaced; give a finite number.");
    }

    // 0.1 · 3 is not 0.3; twelve digits are more than any instrument sets.
    private static Quantity[] Each(int points, Func<double, double> at, Unit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return [.. Enumerable.Range(0, points).Select(i => new Quantity(double.Parse(at(points == 1 ? 0 : (double)i / (points - 1)).ToString("G12")), unit))];
    }
}
