using LabTest.Recording.Journal;

namespace LabTest.Recording.Reports.Bars;

/// <summary>
/// What the ends of a limit's bar stand for, in the limit's unit. It follows from the limit, so that bars of one limit can be compared, and gives way to
/// values outside, but only so far that the allowed band stays broad.
/// </summary>
internal readonly record struct LimitScale(double From, double To)
{
    /// <summary>The scale for a limit and all the values that are shown against it.</summary>
    public static LimitScale For(LimitJudged limit, IEnumerable<double> values)
    {
        var (from, to, give) = (limit.Lower, limit.Upper) switch
        {
            ({ } lower, { } upper) => Between(Drawn(lower), Drawn(upper)),
            (null, { } upper) => Below(Drawn(upper)),
            ({ } lower, null) => Above(Drawn(lower)),
            _ => (0, 1, 0),
        };
        var finite = values.Where(double.IsFinite).Select(Drawn).ToArray();
        if (finite.Length > 0)
        {
            var room = (to - from) * 0.06;
            (from, to) = (Math.Min(from, Math.Max(from - give, finite.Min() - room)), Math.Max(to, Math.Min(to + give, finite.Max() + room)));
        }

        return new LimitScale(from, to);
    }

    /// <summary>Where a value lies, from 0 to 1; outside of that where it is off the scale.</summary>
    public double At(double value) => (Drawn(value) - From) / (To - From);

    private static (double From, double To, double Give) Between(double lower, double upper)
    {
        var width = upper > lower ? upper - lower : Size(lower) * 0.2;
        return (lower - width * 0.35, upper + width * 0.35, width);
    }

    // Most things that have only an upper limit begin at zero: a ripple, a noise, an error.
    private static (double From, double To, double Give) Below(double upper) =>
        upper > 0 ? (0, upper * 1.4, upper) : (upper - Size(upper) * 1.4, upper + Size(upper) * 0.6, Size(upper) * 2);

    private static (double From, double To, double Give) Above(double lower) =>
        (lower - Size(lower) * 0.12, lower + Size(lower) * 0.2, Size(lower));

    // So that no width and no distance is beyond what numbers can hold.
    private static double Drawn(double value) => Math.Abs(value) < 1e-300 ? 0 : Math.Clamp(value, -1e300, 1e300);

    private static double Size(double value) => value == 0 ? 1 : Math.Abs(value);
}
