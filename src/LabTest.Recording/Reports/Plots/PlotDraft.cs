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

    /// <summary>Whether the axis is elapsed time, which is shown in minutes and hours where it is long.</summary>
    public bool IsElapsed { get; init; }

    /// <summary>The plot; none where there is nothing to show.</summary>
    public Plot? ToPlot()
    {
        var finite = Series.SelectMany(s => s.Values).Select(PlotAxis.Drawn).Where(double.IsFinite).ToArray();
        var positions = Series.SelectMany(s => s.Positions ?? X).Select(PlotAxis.Drawn).Where(double.IsFinite).ToArray();
        if (finite.Length == 0 || positions.Length < 2)
            return null;
        var xUnit = IsElapsed ? PlotAxis.OfTime(positions.Max()) : PlotAxis.Suited(XUnit, positions.Max(Math.Abs));

        // Limits are in view always, so they count for the unit too: 3 V, not 3000000 µV.
        var yUnit = PlotAxis.Suited(YUnit, Ends(YUnit).Concat(finite).Max(Math.Abs));
        var xs = In(positions, XUnit, xUnit).Where(double.IsFinite).ToArray();
        var series = Series.Select(s => s with { Values = In(s.Values, YUnit, yUnit), Positions = s.Positions is { } own ? In(own, XUnit, xUnit) : null }).ToArray();
        if (xs.Length < 2 || xs.Min() == xs.Max() || !series.Any(static s => s.Values.Any(double.IsFinite)))
            return null;
        return new Plot
        {
            Title = Title,
            Note = Note,
            X = new PlotAxis(XLabel, xUnit, xs.Min(), xs.Max(), AxisSpacing.IsLogarithmic(xs)),
            Y = Range(yUnit, series),
            Positions = In(X, XUnit, xUnit),
            Series = series,
            Band = Band(yUnit),
            HasPoints = HasPoints,
            Group = Group,
        };
    }

    private static double[] In(double[] values, Unit from, Unit to) => [.. values.Select(v => PlotAxis.Drawn(new Quantity(v, from).In(to)))];

    private PlotBand? Band(Unit unit)
    {
        if (Limit is not { Kind: "range" } limit || !Unit.TryParse(limit.Unit, out var given) || !given.ConvertsTo(unit))
            return null;
        double? In(double? end) => end is { } value && PlotAxis.Drawn(new Quantity(value, given).In(unit)) is var drawn && double.IsFinite(drawn) ? drawn : null;
        return new PlotBand(In(limit.Lower), In(limit.Upper), MeasurementText.Limit(limit));
    }

    private IEnumerable<double> Ends(Unit unit) => Band(unit) is { } band ? ((double?[])[band.Lower, band.Upper]).OfType<double>() : [];

    private PlotAxis Range(Unit unit, PlotSeries[] series)
    {
        var shown = series.SelectMany(s => s.Values).Where(double.IsFinite).Concat(Ends(unit)).ToArray();
        var (least, most) = (shown.Min(), shown.Max());
        var room = most > least ? (most - least) * 0.06 : Math.Max(Math.Abs(most) * 0.01, 1e-3);
        return new PlotAxis(YLabel, unit, least - room, most + room);
    }
}
