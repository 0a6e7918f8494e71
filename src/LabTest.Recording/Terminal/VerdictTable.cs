using LabTest.Recording.Runs;
using Spectre.Console;

namespace LabTest.Recording.Terminal;

/// <summary>The verdict table of a run: a heading a test, and under it what was held against limits.</summary>
internal static class VerdictTable
{
    private const int MostRows = 200;
    private const int LeastName = 20;
    private const int Frame = 13;

    /// <summary>Makes the table.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="width">How wide the terminal is. Numbers and limits stand on one line each where there is room for that.</param>
    public static Table Of(RunSummary summary, int width)
    {
        var rows = Rows(summary).ToArray();
        var hidden = rows.Count(static r => r.IsHidden);
        rows = [.. rows.Where(static r => !r.IsHidden)];
        var isWhole = Frame + LeastName + Longest(rows, static r => r.Value) + Longest(rows, static r => r.Limit) + Longest(rows, static r => VerdictStyle.Name(r.Verdict)) <= width;
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(
            new TableColumn("test and measurement"),
            new TableColumn("value") { Alignment = Justify.Right, NoWrap = isWhole },
            new TableColumn("limit") { NoWrap = isWhole },
            new TableColumn("verdict").NoWrap());
        foreach (var row in rows)
            table.AddRow(row.IsHeading ? $"[bold]{Markup.Escape(row.Name)}[/]" : $"  {Markup.Escape(row.Name)}", row.IsHeading ? $"[dim]{row.Value}[/]" : Markup.Escape(row.Value), Markup.Escape(row.Limit), row.IsUnderWay ? VerdictStyle.Running : VerdictStyle.Markup(row.Verdict));
        if (hidden > 0)
            table.Caption = new TableTitle($"{hidden} more limits are in run.json and the report");
        return table;
    }

    private static IEnumerable<Row> Rows(RunSummary summary)
    {
        var limits = 0;
        foreach (var test in summary.Outside.Count > 0 ? [.. summary.Tests, summary.Outside] : summary.Tests)
        {
            var name = test.Started is { } started ? TestNames.Sentence(started.Name) : "Measured outside of tests";
            var recorded = test.Count > 0 && test.Measurements.All(m => m.Limits.Count == 0) ? $"{test.Count} recorded" : "";
            yield return new Row(name, recorded, "", test.Verdict) { IsHeading = true, IsUnderWay = test.IsUnderWay };
            foreach (var (taken, limit) in test.Measurements.SelectMany(m => m.Limits.Select(l => (m.Taken, l))))
                yield return new Row(limit.Name, MeasurementText.Value(taken, limit), MeasurementText.Limit(limit), limit.Verdict) { IsHidden = ++limits > MostRows };
        }
    }

    private static int Longest(IEnumerable<Row> rows, Func<Row, string> cell) => rows.Select(r => cell(r).Length).DefaultIfEmpty().Max();

    private readonly record struct Row(string Name, string Value, string Limit, Verdict Verdict)
    {
        public bool IsHeading { get; init; }

        public bool IsUnderWay { get; init; }

        public bool IsHidden { get; init; }
    }
}
