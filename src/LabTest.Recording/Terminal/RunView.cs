using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;
using Spectre.Console;

namespace LabTest.Recording.Terminal;

/// <summary>Shows a run in a terminal: its verdict table, what went wrong, and where its files are.</summary>
internal static class RunView
{
    private const int LongestMessage = 600;

    public static void Show(IAnsiConsole console, RunFolder folder, RunSummary summary, TimeProvider? time = null)
    {
        console.WriteLine();
        console.Write(VerdictTable.Of(summary, console.Profile.Width));
        foreach (var told in summary.Tests.Where(t => t.Verdict > Verdict.Marginal && t.Finished?.Message is not null).GroupBy(t => (t.Verdict, t.Finished!.Message!)))
        {
            var what = told.Count() == 1 ? TestNames.Sentence(told.First().Started!.Name) : $"{told.Count()} tests";
            console.MarkupLine($"{VerdictStyle.Markup(told.Key.Verdict)} {Markup.Escape(what)}: {Markup.Escape(InOneLine(told.Key.Item2))}");
        }

        foreach (var warning in summary.Warnings.Take(10))
            console.MarkupLine($"[yellow]warning[/] {Markup.Escape($"{warning.Source}: {warning.Message}")}");
        foreach (var failure in summary.Closed?.Failures ?? [])
            console.MarkupLine($"[red]not made safe[/] {Markup.Escape(failure)}");
        console.MarkupLine(Closing(summary));
        if (StateText.Of(summary, (time ?? TimeProvider.System).GetUtcNow()) is { } state)
            console.MarkupLine(Markup.Escape(state));

        // A path must stay whole, to be copied or clicked.
        var path = File.Exists(folder.Report) ? folder.Report : folder.Path;
        console.Profile.Out.Writer.WriteLine($"{(File.Exists(folder.Report) ? "Report" : "Run")}: {path}");
    }

    private static string InOneLine(string message)
    {
        var line = string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestMessage ? line : $"{line.AsSpan(0, LongestMessage)}…";
    }

    private static string Closing(RunSummary summary)
    {
        var counts = summary.Tests.Where(t => !t.IsUnderWay).GroupBy(t => t.Verdict).OrderByDescending(g => g.Key).Select(g => $"{g.Count()} {VerdictStyle.Name(g.Key)}");
        var notes = new List<string>();
        if (summary.Started?.Dut is { } dut)
            notes.Add($"DUT {dut}");
        if (summary.Station is { } station)
            notes.Add($"station {station.Name}");
        if (summary.IsSimulated)
            notes.Add("[yellow]SIMULATED[/]");
        if (summary.State != RunState.Running && summary.Finished?.IsComplete != true)
            notes.Add(summary.Started?.Filter is { } filter ? $"partial ({Markup.Escape(filter)})" : "partial");
        if (summary.Finished?.Cause is { } cause)
            notes.Add(summary.Verdict == Verdict.Aborted ? $"stopped by {Markup.Escape(cause)}" : $"[red]{Markup.Escape(cause)}[/]");
        return $"{VerdictStyle.Markup(summary)}  {string.Join(", ", counts)}  [dim]{Phrases.Count(summary.Measurements, "measurement")}[/]  {string.Join("  ", notes)}";
    }
}
