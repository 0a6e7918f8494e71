namespace LabTest.Recording.Assertions;

/// <summary>Limits from what an author writes.</summary>
internal static class Limits
{
    /// <summary>Two ends, with a band inside them in which a value is marginal.</summary>
    /// <param name="lower">The lowest allowed value.</param>
    /// <param name="upper">The highest allowed value.</param>
    /// <param name="marginal">The width of the band: a share of the distance between the ends, or an amount.</param>
    /// <exception cref="UnitMismatchException">The band is of another dimension, or a temperature in °C or °F: a difference is given in K.</exception>
    public static RangeLimit Within(Quantity lower, Quantity upper, Quantity? marginal)
    {
        var limit = new RangeLimit(lower, upper);
        if (marginal is not { } band)
            return limit;
        if (band.Value < 0)
            throw new ArgumentException($"A marginal band lies inside the limits; {band} would lie outside.", nameof(marginal));
        var width = band.Unit.Dimension.IsNone && !lower.Unit.Dimension.IsNone ? (upper - lower) * band.To(Unit.One) : band.RequireDifference("The marginal band");
        return limit with { MarginalLower = lower + width, MarginalUpper = upper - width };
    }

    /// <summary>A nominal value and how far a value may be from it: a share of the nominal value, or an amount.</summary>
    /// <exception cref="UnitMismatchException">The tolerance is of another dimension, or a temperature in °C or °F: a difference is given in K.</exception>
    public static RangeLimit Around(Quantity nominal, Quantity tolerance)
    {
        var width = tolerance.Unit.Dimension.IsNone && !nominal.Unit.Dimension.IsNone ? nominal.Abs() * tolerance.To(Unit.One) : tolerance.RequireDifference("The tolerance");
        return new RangeLimit(nominal - width, nominal + width);
    }
}
