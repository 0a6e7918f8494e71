using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Bars;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Plots;

/// <summary>Plots of what one test measured many times, in the order it did.</summary>
internal static class TrendPlots
{
    private const int MostPlots = 4;
    private const int MostMarked = 200;

    public static IEnumerable<Plot> Of(Experiment experiment) => experiment.Tests
        .SelectMany(test => test.Measurements
            .Where(m => m.Taken.Value is not null)
            .GroupBy(m => m.Taken.Name)
            .Where(g => g.Skip(LimitRows.Many - 1).Any())
            .Select(g => Draw(experiment.LabelOf(test), [.. g.OrderBy(m => m.Taken.Index)])))
        .OfType<Plot>()
        .Take(MostPlots);

    private static Plot? Draw(string place, MeasurementSummary[] points)
    {
        var first = points[0];
        var limit = first.Limits.FirstOrDefault(l => l.Kind == "range");
        var unit = Unit.Parse(limit?.Unit ?? first.Taken.Unit);
        List<double> x = [], y = [];
        foreach (var taken in points.Select(p => p.Taken))
        {
            // No line over what was not kept.
            if (x.Count > 0 && taken.Index > x[^1] + 1)
            {
                x.Add(x[^1] + 1);
                y.Add(double.NaN);
            }

            x.Add(taken.Index);
            y.Add(In(taken, unit));
        }

        return new PlotDraft(first.Taken.Name, "index", Unit.One, [.. x], first.Taken.Name, unit, [new PlotSeries(first.Taken.Name, [.. y])])
        {
            Note = string.Join(" · ", new[] { place, Phrases.Count(points.Length, "value") }.Where(t => t.Length > 0)),
            Limit = limit,
            HasPoints = points.Length <= MostMarked,
        }.ToPlot();
    }

    private static double In(MeasurementTaken taken, Unit unit)
    {
        var value = new Quantity(taken.Value!.Value, Unit.Parse(taken.Unit));
        return value.Unit.ConvertsTo(unit) ? value.In(unit) : double.NaN;
    }
}
