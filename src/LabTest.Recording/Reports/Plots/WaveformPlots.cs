using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Plots;

/// <summary>Plots of waveforms and arrays.</summary>
internal static class WaveformPlots
{
    /// <summary>The plot of what a measurement refers to; none where it has no numbers.</summary>
    /// <param name="taken">The measurement.</param>
    /// <param name="place">What tells its test from the others of its method.</param>
    /// <param name="limits">What was held against it.</param>
    /// <param name="stored">Where its axis begins and how far its samples are apart; none where it is not known.</param>
    /// <param name="trace">Its numbers.</param>
    public static Plot? Of(MeasurementTaken taken, string place, IReadOnlyList<LimitJudged> limits, ArrayStored? stored, ReducedTrace trace)
    {
        var hasAxis = stored is { Interval: not null, AxisUnit: not null };
        var start = stored?.Start ?? 0;
        var interval = stored?.Interval ?? 1;
        var x = new double[trace.Values.Length];
        for (var i = 0; i < x.Length; i++)
            x[i] = start + i * trace.Step * interval;
        var axisUnit = hasAxis && Unit.TryParse(stored!.AxisUnit, out var given) ? given : Unit.One;
        var label = !hasAxis ? "sample" : axisUnit.ConvertsTo(Unit.Parse("s")) ? "time" : axisUnit.ConvertsTo(Unit.Parse("Hz")) ? "frequency" : "axis";
        var unit = Unit.Parse(taken.Unit);
        return new PlotDraft(taken.Name, label, axisUnit, x, taken.Name, unit, [new PlotSeries(taken.Source ?? taken.Name, trace.Values)])
        {
            Note = Note(place, trace),
            Limit = limits.FirstOrDefault(l => l.Kind == "range"),
        }.ToPlot();
    }

    private static string Note(string place, ReducedTrace trace)
    {
        var reduced = trace.IsReduced ? $"drawn as {Phrases.Count(trace.Values.Length / 2, "pair")} of least and most" : "";
        return string.Join(" · ", new[] { place, Phrases.Count(trace.Rows, "sample"), reduced }.Where(t => t.Length > 0));
    }
}
