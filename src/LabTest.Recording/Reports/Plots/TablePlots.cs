using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Plots;

/// <summary>Plots of a table: one a unit, over the column that was set.</summary>
internal static class TablePlots
{
    private const int MostPlots = 6;
    private const int MostMarked = 200;

    public static IEnumerable<Plot> Of(string name, string place, IReadOnlyList<TableColumn> columns, IReadOnlyList<LimitJudged> limits)
    {
        var rows = columns.Count == 0 ? 0 : columns.Min(c => c.Values.Length);
        if (rows < 2)
            return [];
        var set = columns.Where(c => c.IsSet && c.Values.Distinct().Count() > 1).ToArray();

        // Over a grid nothing but the order of the rows is a line.
        var axis = set is [var only] ? only : new TableColumn("row", Unit.One, IsSet: true, [.. Enumerable.Range(0, rows).Select(i => (double)i)]);
        return columns.Where(c => !c.IsSet && c.Name != "time")
            .GroupBy(c => (c.Unit, Limit: LimitOf(name, c, limits)?.Number))
            .Take(MostPlots)
            .Select(g => Draw(name, place, axis, [.. g], LimitOf(name, g.First(), limits), rows))
            .OfType<Plot>();
    }

    private static LimitJudged? LimitOf(string table, TableColumn column, IReadOnlyList<LimitJudged> limits) =>
        limits.FirstOrDefault(l => l.Name == $"{table}/{column.Name}");

    private static Plot? Draw(string name, string place, TableColumn axis, TableColumn[] columns, LimitJudged? limit, int rows) =>
        new PlotDraft(
            name,
            axis.Name,
            axis.Unit,
            Positions(axis.Values, rows),
            columns.Length == 1 ? columns[0].Name : "",
            columns[0].Unit,
            [.. columns.Select(c => new PlotSeries(c.Name, Reduced(c.Values, rows).Values))])
        {
            Note = string.Join(" · ", new[] { string.Join(", ", columns.Select(c => c.Name)), place, Phrases.Count(rows, "point") }.Where(t => t.Length > 0)),
            Limit = limit,
            HasPoints = rows <= MostMarked,
            Group = $"{name} {place}",
        }.ToPlot();

    private static ReducedTrace Reduced(double[] values, int rows)
    {
        var trace = new ReducedTrace(rows);
        trace.Add(values.AsSpan(0, rows));
        return trace;
    }

    // A pair of least and most stands where its bucket is.
    private static double[] Positions(double[] axis, int rows)
    {
        var trace = new ReducedTrace(rows);
        return [.. trace.Values.Select((_, i) => axis[(int)Math.Min(rows - 1, i * trace.Step)])];
    }
}
