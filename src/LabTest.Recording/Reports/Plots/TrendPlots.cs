using LabTest.Recording.Reports.Bars;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Plots;

/// <summary>Plots of what one test measured many times, over the time since it began.</summary>
internal static class TrendPlots
{
    private const int MostPlots = 8;
    private const int MostMarked = 200;

    public static IEnumerable<Plot> Of(Experiment experiment) => experiment.Tests
        .SelectMany(test => test.Trends.Where(t => IsMany(t.Value)).Select(t => Draw(test, experiment.LabelOf(test), t.Key, t.Value)))
        .OfType<Plot>()
        .Take(MostPlots);

    /// <summary>Whether so many values are a line rather than values.</summary>
    public static bool IsMany(TrendSummary trend) => trend.Count >= LimitRows.Many;

    private static Plot? Draw(TestSummary test, string place, string name, TrendSummary trend)
    {
        var line = trend.Line(test.Started?.Time ?? 0).ToArray();
        var isTimed = trend.Seconds > 0 && test.Started is not null;
        var x = isTimed ? line.Select(p => p.Time) : Enumerable.Range(0, line.Length).Select(i => (double)i);
        var limit = test.Measurements.Where(m => m.Taken.Name == name).SelectMany(m => m.Limits).FirstOrDefault(l => l.Kind == "range");
        var unit = Unit.Parse(trend.Unit);
        return new PlotDraft(name, isTimed ? "elapsed" : "index", isTimed ? Unit.Parse("s") : Unit.One, [.. x], name, unit, [new PlotSeries(name, [.. line.Select(p => p.Value)])])
        {
            Note = string.Join(" · ", new[] { place, Phrases.Count(trend.Count, "value") }.Where(t => t.Length > 0)),
            Limit = limit,
            HasPoints = trend.Count <= MostMarked,
            IsElapsed = isTimed,
        }.ToPlot();
    }
}
