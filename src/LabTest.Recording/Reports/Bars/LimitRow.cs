using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Bars;

/// <summary>A measurement against one of its limits, with its numbers in the limit's unit.</summary>
internal sealed class LimitRow(TestSummary test, MeasurementTaken taken, LimitJudged limit)
{
    private readonly Unit _unit = Unit.Parse(limit.Unit);

    /// <summary>What it says beside its name; how many values it stands for.</summary>
    public string? Note { get; init; }

    public TestSummary Test => test;

    public MeasurementTaken Taken => taken;

    public LimitJudged Limit => limit;

    /// <summary>Bars with the same key share a scale.</summary>
    public (string Name, double? Lower, double? Upper, string Unit) Key => (limit.Name, limit.Lower, limit.Upper, limit.Unit);

    /// <summary>Whether it can be drawn.</summary>
    public bool HasBar => limit.Kind == "range" && (limit.Least is not null || taken.Value is not null);

    public double Least => limit.Least ?? Value;

    public double Most => limit.Most ?? Value;

    /// <summary>The uncertainty of the value, expanded with k = 2, in the limit's unit.</summary>
    public double? Expanded => limit.Least is null && taken is { Uncertainty: { } u, Value: { } value } && Own.ConvertsTo(_unit)
        ? Math.Abs(new Quantity(value + 2 * u, Own).In(_unit) - new Quantity(value, Own).In(_unit))
        : null;

    public string ValueText => Numbers.Padded(MeasurementText.Value(taken, limit), Expanded is { } u ? new Quantity(u, _unit) : null);

    /// <summary>One end of the limit, or nothing where it is open.</summary>
    public string EndText(double? end) => end is { } value ? new Quantity(value, _unit).ToString("E6", null) : "";

    public string? ExpandedText => Expanded is { } u ? Numbers.Uncertainty(u, _unit) : null;

    private Unit Own => Unit.Parse(taken.Unit);

    private double Value => taken.Value is { } value && Own.ConvertsTo(_unit) ? new Quantity(value, Own).In(_unit) : double.NaN;
}
