using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Plots;

/// <summary>Plots of what a swept test measured, over what was swept: one a name that was held against limits.</summary>
internal static class SweepPlots
{
    private const int LeastPoints = 3;
    private const int MostPlots = 4;

    public static IEnumerable<Plot> Of(Experiment experiment)
    {
        var judged = experiment.Tests.SelectMany(t => t.Measurements).Where(m => m.Taken is { Value: not null, Conditions.Count: > 0, Index: 0 } && m.Limits.Count > 0).ToArray();
        return judged.GroupBy(m => m.Taken.Name).Select(g => Draw([.. g])).OfType<Plot>().Take(MostPlots);
    }

    private static Plot? Draw(MeasurementSummary[] points)
    {
        // The axis with the most places is the one to draw over; the others tell lines apart.
        var axis = points[0].Taken.Conditions.Select(c => c.Name).MaxBy(name => points.Select(p => ValueOf(p, name)).Distinct().Count())!;
        var places = points.Select(p => ValueOf(p, axis)).ToArray();
        if (places.Any(p => p is null || !p.Value.Unit.Equals(places[0]!.Value.Unit)))
            return null;
        var x = places.Select(p => p!.Value.Value).Distinct().Order().ToArray();
        if (x.Length < LeastPoints)
            return null;
        var unit = points[0].Limits[0].Kind == "range" ? Unit.Parse(points[0].Limits[0].Unit) : Unit.Parse(points[0].Taken.Unit);
        var lines = points.GroupBy(p => Others(p, axis)).Select(g => Line(g.Key, g, x, axis, unit)).ToArray();
        var limits = points.Select(p => p.Limits[0]).DistinctBy(l => (l.Lower, l.Upper, l.Unit)).ToArray();
        if (limits.Length > 1 && lines.Length == 1)
            lines = [.. lines, .. Ends("at least", points, x, axis, unit, static l => l.Lower), .. Ends("at most", points, x, axis, unit, static l => l.Upper)];
        return new PlotDraft(points[0].Taken.Name, axis, places[0]!.Value.Unit, x, points[0].Taken.Name, unit, lines)
        {
            Note = $"over {axis} · {Phrases.Count(points.Length, "point")}",
            Limit = limits is [var single] ? single : null,
            HasPoints = true,
        }.ToPlot();
    }

    private static PlotSeries Line(string others, IEnumerable<MeasurementSummary> points, double[] x, string axis, Unit unit)
    {
        var y = new double[x.Length];
        Array.Fill(y, double.NaN);
        foreach (var point in points)
        {
            var value = new Quantity(point.Taken.Value!.Value, Unit.Parse(point.Taken.Unit));
            y[Array.BinarySearch(x, ValueOf(point, axis)!.Value.Value)] = value.Unit.ConvertsTo(unit) ? value.In(unit) : double.NaN;
        }

        return new PlotSeries(others.Length > 0 ? others : points.First().Taken.Name, y);
    }

    // Limits that differ from place to place are lines of their own.
    private static PlotSeries[] Ends(string label, MeasurementSummary[] points, double[] x, string axis, Unit unit, Func<LimitJudged, double?> end)
    {
        var y = new double[x.Length];
        Array.Fill(y, double.NaN);
        foreach (var point in points.Where(p => p.Limits[0].Kind == "range"))
        {
            if (end(point.Limits[0]) is { } value && Unit.Parse(point.Limits[0].Unit) is var given && given.ConvertsTo(unit))
                y[Array.BinarySearch(x, ValueOf(point, axis)!.Value.Value)] = new Quantity(value, given).In(unit);
        }

        return y.Any(double.IsFinite) ? [new PlotSeries(label, y) { IsLimit = true }] : [];
    }

    // Over texts and flags nothing can be drawn.
    private static Quantity? ValueOf(MeasurementSummary point, string axis) => point.Taken.Conditions.FirstOrDefault(c => c.Name == axis)?.Quantity;

    private static string Others(MeasurementSummary point, string axis) =>
        string.Join(", ", point.Taken.Conditions.Where(c => c.Name != axis).Select(c => $"{c.Name} {c}"));
}
