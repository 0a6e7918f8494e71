using LabTest.Recording.Journal;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Plots;

/// <summary>A plot in the units it was recorded in; it chooses prefixes and ranges.</summary>
internal sealed record PlotDraft(string Title, string XLabel, Unit XUnit, double[] X, string YLabel, Unit YUnit, IReadOnlyList<PlotSeries> Series)
{
    public string Note { get; init; } = "";

    public LimitJudged? Limit { get; init; }

    public bool HasPoints { get; init; }

    public string? Group { get; init; }

    /// <summary>The plot; none where there is nothing to show.</summary>
    public Plot? ToPlot()
    {
        var finite = Series.SelectMany(s => s.Values).Where(double.IsFinite).ToArray();
        var positions = X.Where(double.IsFinite).ToArray();
        if (finite.Length == 0 || positions.Length < 2)
            return null;
        var xUnit = PlotAxis.Suited(XUnit, positions.Max(Math.Abs));
        var yUnit = PlotAxis.Suited(YUnit, finite.Max(Math.Abs));
        var xs = In(X, XUnit, xUnit);
        var (from, to) = (xs.Where(double.IsFinite).Min(), xs.Where(double.IsFinite).Max());
        if (from == to)
            return null;
        var series = Series.Select(s => s with { Values = In(s.Values, YUnit, yUnit) }).ToArray();
        var band = Band(yUnit);
        return new Plot
        {
            Title = Title,
            Note = Note,
            X = new PlotAxis(XLabel, xUnit, from, to),
            Y = Range(yUnit, series, band),
            Positions = xs,
            Series = series,
            Band = band,
            HasPoints = HasPoints,
            Group = Group,
        };
    }

    private static double[] In(double[] values, Unit from, Unit to) => from == to ? values : [.. values.Select(v => new Quantity(v, from).In(to))];

    private PlotBand? Band(Unit unit)
    {
        if (Limit is not { Kind: "range" } limit || !Unit.TryParse(limit.Unit, out var given) || !given.ConvertsTo(unit))
            return null;
        double? In(double? end) => end is { } value && double.IsFinite(value) ? new Quantity(value, given).In(unit) : null;
        return new PlotBand(In(limit.Lower), In(limit.Upper), MeasurementText.Limit(limit));
    }

    // The limits are in view: of single points always, of a trace unless that would press it flat.
    private PlotAxis Range(Unit unit, PlotSeries[] series, PlotBand? band)
    {
        var finite = series.SelectMany(s => s.Values).Where(double.IsFinite).ToArray();
        var (least, most) = (finite.Min(), finite.Max());
        var (low, high) = (Math.Min(least, band?.Lower ?? least), Math.Max(most, band?.Upper ?? most));
        if (HasPoints || most - least >= (high - low) * 0.02)
            (least, most) = (low, high);
        var room = most > least ? (most - least) * 0.06 : Math.Max(Math.Abs(most) * 0.01, 1e-3);
        return new PlotAxis(YLabel, unit, least - room, most + room);
    }
}
