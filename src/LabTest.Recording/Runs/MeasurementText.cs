using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>Measured values as they are shown.</summary>
internal static class MeasurementText
{
    /// <summary>A value beside a limit: in the limit's unit, or from the least to the most of many.</summary>
    public static string Value(MeasurementTaken taken, LimitJudged limit)
    {
        var unit = Unit.Parse(limit.Unit);
        if (limit is { Least: { } least, Most: { } most })
            return $"{new Quantity(least, unit)} … {new Quantity(most, unit)}";
        if (taken.Value is not { } value)
            return Value(taken);
        var quantity = new Quantity(value, Unit.Parse(taken.Unit));
        return (quantity.Unit.ConvertsTo(unit) ? quantity.To(unit) : quantity).ToString("E6", null);
    }

    /// <summary>A value on its own.</summary>
    public static string Value(MeasurementTaken taken) => taken switch
    {
        { Value: { } value } => new Quantity(value, Unit.Parse(taken.Unit)).ToString("E6", null),
        { Text: { } text } => text,
        { Flag: { } flag } => flag ? "yes" : "no",
        { Dataset: { } dataset } => dataset,
        _ => "",
    };
}
