using LabTest.Recording.Journal;

namespace LabTest.Recording.Files;

/// <summary>A measurement as a row of measurements.arrows and of /measurements in data.h5: with its test and with what was asserted of it.</summary>
/// <param name="Taken">The measurement.</param>
/// <param name="Test">The id of its test; none where it belongs to the run.</param>
/// <param name="Verdict">The worst that was said of it; Recorded where nothing was asserted.</param>
/// <param name="Lower">The highest of its lower limits, in its own unit.</param>
/// <param name="Upper">The lowest of its upper limits, in its own unit.</param>
/// <param name="Limits">All limits in words; none where nothing was asserted.</param>
internal sealed record MeasurementRow(MeasurementTaken Taken, string? Test, Verdict Verdict, double? Lower, double? Upper, string? Limits)
{
    public MeasurementRow(MeasurementTaken taken, string? test)
        : this(taken, test, Verdict.Recorded, null, null, null)
    {
    }

    /// <summary>What was set meanwhile, as text: <c>load = 300 mA, vin = 5 V</c>.</summary>
    public string? Conditions => InWords(Taken.Conditions);

    /// <summary>Conditions as text; null if there are none.</summary>
    public static string? InWords(IReadOnlyList<ConditionRecord> conditions) =>
        conditions.Count == 0 ? null : string.Join(", ", conditions.Select(c => $"{c.Name} = {c}"));

    /// <summary>The row with one more limit held against it.</summary>
    public MeasurementRow With(LimitJudged limit)
    {
        var (unit, own) = (Unit.Parse(limit.Unit), Unit.Parse(Taken.Unit));
        return this with
        {
            Verdict = Verdict.Worse(limit.Verdict),
            Lower = Tighter(Lower, limit.Lower, Math.Max),
            Upper = Tighter(Upper, limit.Upper, Math.Min),
            Limits = Limits is null ? limit.Description : $"{Limits}; {limit.Description}",
        };

        double? Tighter(double? known, double? end, Func<double, double, double> choose)
        {
            if (end is not { } given || !unit.ConvertsTo(own))
                return known;
            var converted = new Quantity(given, unit).In(own);
            return known is { } other ? choose(other, converted) : converted;
        }
    }
}
