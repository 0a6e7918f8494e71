using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Plots;

/// <summary>Plots of waveforms and arrays: those of one name lie over each other where their axes are of one kind and length.</summary>
internal static class WaveformPlots
{
    /// <summary>The most traces of one plot.</summary>
    public const int MostTraces = 12;

    // Traces much shorter than others would be a stroke at the edge.
    private const double MostStretch = 4;

    /// <summary>Traces that belong in one plot, in their order.</summary>
    public static IEnumerable<IReadOnlyList<Trace>> Groups(IEnumerable<Trace> traces)
    {
        foreach (var same in traces.GroupBy(t => (t.Taken.Name, t.Taken.Unit, t.AxisUnit.Dimension)))
        {
            var left = same.ToList();
            while (left.Count > 0)
            {
                var longest = left.Max(t => t.Span);

                // Written so that a length that is not a number, in a damaged journal, is in a group too.
                var group = left.Where(t => !(t.Span * MostStretch < longest)).ToList();
                left.RemoveAll(group.Contains);
                yield return group;
            }
        }
    }

    /// <summary>The plot of traces that belong together; none where they have no numbers.</summary>
    /// <param name="group">The traces.</param>
    /// <param name="read">Reads the numbers of a dataset, in at most so many buckets.</param>
    public static Plot? Of(IReadOnlyList<Trace> group, Func<string, int, ReducedTrace?> read)
    {
        var shown = Spread(group);
        var lines = shown.Select(t => (Trace: t, Numbers: read(t.Taken.Dataset!, ReducedTrace.Buckets / shown.Length))).Where(l => l.Numbers is not null).ToArray();
        if (lines.Length == 0)
            return null;
        var first = lines[0].Trace;
        var unit = first.AxisUnit;
        var series = lines.Select(l => new PlotSeries(l.Trace.Label(lines.Length), l.Numbers!.Values) { Positions = lines.Length > 1 ? Positions(l.Trace, l.Numbers, unit) : null }).ToArray();
        return new PlotDraft(first.Taken.Name, first.AxisLabel, unit, Positions(first, lines[0].Numbers!, unit), first.Taken.Name, Unit.Parse(first.Taken.Unit), series)
        {
            Note = Note(group, first, lines.Length, lines[0].Numbers!),
            Limit = lines.SelectMany(l => l.Trace.Limits).Where(l => l.Kind == "range").DistinctBy(l => (l.Lower, l.Upper, l.Unit)).ToArray() is [var limit] ? limit : null,
        }.ToPlot();
    }

    // The first, the last and those evenly between.
    private static Trace[] Spread(IReadOnlyList<Trace> group) => group.Count <= MostTraces
        ? [.. group]
        : [.. Enumerable.Range(0, MostTraces).Select(i => group[(int)((long)i * (group.Count - 1) / (MostTraces - 1))])];

    private static double[] Positions(Trace trace, ReducedTrace numbers, Unit unit)
    {
        var x = new double[numbers.Values.Length];
        for (var i = 0; i < x.Length; i++)
            x[i] = new Quantity(trace.Start + i * numbers.Step * trace.Interval, trace.AxisUnit).In(unit);
        return x;
    }

    private static string Note(IReadOnlyList<Trace> group, Trace first, int shown, ReducedTrace numbers)
    {
        if (group.Count > 1)
            return shown < group.Count ? $"{shown} of {Phrases.Count(group.Count, "trace")}" : Phrases.Count(shown, "trace");
        var reduced = numbers.IsReduced ? $"drawn as {Phrases.Count(numbers.Values.Length / 2, "pair")} of least and most" : "";
        return string.Join(" · ", new[] { first.Place, Phrases.Count(numbers.Rows, "sample"), reduced }.Where(t => t.Length > 0));
    }

    /// <summary>A waveform or an array that was recorded.</summary>
    /// <param name="Taken">The measurement.</param>
    /// <param name="Place">What tells its test from the others of its method.</param>
    /// <param name="Limits">What was held against it.</param>
    /// <param name="Stored">Where its axis begins and how far its samples are apart; null where that is not known.</param>
    internal sealed record Trace(MeasurementTaken Taken, string Place, IReadOnlyList<LimitJudged> Limits, ArrayStored? Stored)
    {
        private bool HasAxis => Stored is { Interval: not null, AxisUnit: not null };

        public double Start => Stored?.Start ?? 0;

        public double Interval => Stored?.Interval ?? 1;

        public double Span => Math.Abs(Interval) * (Stored?.Rows ?? 1);

        public Unit AxisUnit => HasAxis && Unit.TryParse(Stored!.AxisUnit, out var given) ? given : Unit.One;

        public string AxisLabel => !HasAxis ? "sample" : AxisUnit.ConvertsTo(Unit.Parse("s")) ? "time" : AxisUnit.ConvertsTo(Unit.Parse("Hz")) ? "frequency" : "axis";

        public string Label(int of) => of == 1 ? Taken.Source ?? Taken.Name
            : string.Join(" ", new[] { Place, Taken.Index > 0 || Place.Length == 0 ? $"#{Taken.Index + 1}" : "" }.Where(t => t.Length > 0));
    }
}
