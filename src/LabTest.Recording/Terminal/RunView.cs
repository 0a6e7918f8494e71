using LabTest.Recording.Runs;
using Spectre.Console;

namespace LabTest.Recording.Terminal;

/// <summary>Shows a run in a terminal: its verdict table, what went wrong, and where its files are.</summary>
internal static class RunView
{
    private const int MostRows = 200;

    public static void Show(IAnsiConsole console, RunFolder folder, RunSummary summary)
    {
        console.WriteLine();
        console.Write(Table(summary));
        foreach (var test in summary.Tests.Where(t => t.Verdict > Verdict.Marginal && t.Finished?.Message is not null))
            console.MarkupLine($"{VerdictStyle.Markup(test.Verdict)} {Markup.Escape(test.Started!.Name)}: {Markup.Escape(test.Finished!.Message!.Split('\n')[0].Trim())}");
        foreach (var warning in summary.Warnings.Take(10))
            console.MarkupLine($"[yellow]warning[/] {Markup.Escape($"{warning.Source}: {warning.Message}")}");
        foreach (var failure in summary.Closed?.Failures ?? [])
            console.MarkupLine($"[red]not made safe[/] {Markup.Escape(failure)}");
        console.MarkupLine(Closing(summary));

        // A path must stay whole, to be copied or clicked.
        var path = File.Exists(folder.Report) ? folder.Report : folder.Path;
        console.Profile.Out.Writer.WriteLine($"{(File.Exists(folder.Report) ? "Report" : "Run")}: {path}");
    }

    private static Table Table(RunSummary summary)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(new TableColumn("test"), new TableColumn("measurement"), new TableColumn("value").RightAligned(), new TableColumn("limit"), new TableColumn("verdict"));
        var rows = 0;
        foreach (var test in summary.Tests)
        {
            var shown = test.Measurements.Where(m => m.Limits.Count > 0).ToArray();
            if (shown.Length == 0)
                table.AddRow(Markup.Escape(test.Started!.Name), test.Count == 0 ? "" : $"[dim]{test.Count} recorded[/]", "", "", VerdictStyle.Markup(test.Verdict));
            for (var i = 0; i < shown.Length && rows < MostRows; i++, rows++)
            {
                foreach (var limit in shown[i].Limits)
                {
                    table.AddRow(
                        i == 0 && limit == shown[i].Limits[0] ? Markup.Escape(test.Started!.Name) : "",
                        Markup.Escape(limit.Name),
                        Markup.Escape(MeasurementText.Value(shown[i].Taken, limit)),
                        Markup.Escape(limit.Description),
                        VerdictStyle.Markup(limit.Verdict));
                }
            }
        }

        return table;
    }

    private static string Closing(RunSummary summary)
    {
        var counts = summary.Tests.GroupBy(t => t.Verdict).OrderByDescending(g => g.Key).Select(g => $"{g.Count()} {VerdictStyle.Name(g.Key)}");
        var notes = new List<string>();
        if (summary.Started?.Dut is { } dut)
            notes.Add($"DUT {dut}");
        if (summary.Station is { } station)
            notes.Add($"station {station.Name}");
        if (summary.IsSimulated)
            notes.Add("[yellow]SIMULATED[/]");
        if (summary.Finished?.IsComplete != true)
            notes.Add(summary.Started?.Filter is { } filter ? $"partial ({Markup.Escape(filter)})" : "partial");
        if (summary.Finished?.Cause is { } cause)
            notes.Add($"stopped by {Markup.Escape(cause)}");
        return $"{VerdictStyle.Markup(summary.Verdict)}  {string.Join(", ", counts)}  [dim]{summary.Measurements} measurements[/]  {string.Join("  ", notes)}";
    }
}
