using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>Measured values as they are shown.</summary>
internal static class MeasurementText
{
    private const string Digits = "E6";
    private const int MostDigits = 6;
    private const int LeastDigits = 2;

    /// <summary>A value beside a limit: in the limit's unit, or from the least to the most of many.</summary>
    public static string Value(MeasurementTaken taken, LimitJudged limit)
    {
        var unit = Unit.Parse(limit.Unit);
        if (limit is { Least: { } least, Most: { } most })
            return Span(new Quantity(least, unit), new Quantity(most, unit));
        if (taken.Value is not { } value)
            return Value(taken);
        var quantity = new Quantity(value, Unit.Parse(taken.Unit));
        return (quantity.Unit.ConvertsTo(unit) ? quantity.To(unit) : quantity).ToString(quantity.Unit.ConvertsTo(unit) ? DigitsBeside(limit, quantity.In(unit)) : Digits, null);
    }

    // Of a value far below its limits only what their sixth digit would show: an error of -0.0000042 % beside 0.5 %, not -0.00000421488 %.
    private static string DigitsBeside(LimitJudged limit, double value)
    {
        var size = Math.Max(Math.Abs(limit.Lower ?? 0), Math.Abs(limit.Upper ?? 0));
        if (value == 0 || size == 0 || !double.IsFinite(size / value))
            return Digits;
        return $"E{Math.Clamp(MostDigits + 1 - (int)Math.Ceiling(Math.Log10(size / Math.Abs(value))), LeastDigits, MostDigits)}";
    }

    /// <summary>A value on its own.</summary>
    public static string Value(MeasurementTaken taken) => taken switch
    {
        { Value: { } value } => new Quantity(value, Unit.Parse(taken.Unit)).ToString(Digits, null),
        { Text: { } text } => text,
        { Flag: { } flag } => flag ? "yes" : "no",
        { Dataset: { } dataset } => dataset,
        _ => "",
    };

    /// <summary>A limit, short: <c>3.25 … 3.35 V</c>, <c>≥ 88 %</c>.</summary>
    public static string Limit(LimitJudged limit)
    {
        var unit = Unit.Parse(limit.Unit);
        return limit switch
        {
            { Lower: { } lower, Upper: { } upper } => Span(new Quantity(lower, unit), new Quantity(upper, unit)),
            { Lower: { } lower } => $"≥ {new Quantity(lower, unit).ToString(Digits, null)}",
            { Upper: { } upper } => $"≤ {new Quantity(upper, unit).ToString(Digits, null)}",
            { Kind: "golden" } => "golden table",
            _ => limit.Description,
        };
    }

    /// <summary>Two values, short: the unit is written once where both have it.</summary>
    public static string Span(Quantity from, Quantity to)
    {
        var (first, last) = (from.ToString(Digits, null), to.ToString(Digits, null));
        var space = first.IndexOf(' ');
        return space > 0 && last.EndsWith(first[space..], StringComparison.Ordinal) ? $"{first[..space]} … {last}" : $"{first} … {last}";
    }
}
