using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Terminal;

/// <summary>Shows a run in a terminal: which it is, its verdict table, what went wrong, and where its files are.</summary>
internal static class RunView
{
    /// <summary>The most characters of a text that a terminal shows; the report shows more, and the journal has the whole.</summary>
    public const int LongestMessage = 600;

    private const int MostMessages = 50;
    private const int MostWarnings = 10;
    private const int MostTexts = 20;

    /// <summary>Shows a run.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="summary">What it came to.</param>
    /// <param name="time">Tells how long a run that is under way has taken.</param>
    /// <param name="isWhole">Whether all that was only recorded is shown, as <c>labtest show</c> does.</param>
    public static void Show(Screen screen, RunFolder folder, RunSummary summary, TimeProvider? time = null, bool isWhole = false)
    {
        ShowHead(screen, folder, summary);
        screen.Table(VerdictTable.Of(summary, screen.IsUnlimited, isWhole));
        if (!screen.IsUnlimited)
        {
            foreach (var (name, text) in VerdictTable.Cut(summary).Take(MostTexts))
                screen.Line($"[dim]{name}[/] {Short(text)}");
        }

        ShowMessages(screen, summary);
        foreach (var warning in summary.Warnings.Take(MostWarnings))
            screen.Line($"[yellow]warning[/] {Short($"{warning.Source}: {warning.Message}")}");
        foreach (var problem in summary.JournalProblems.Take(MostWarnings))
            screen.Line($"[red]journal[/] {Short(problem)}");
        if (summary.JournalProblems.Count > MostWarnings)
            screen.Line($"[red]journal[/] {summary.JournalProblems.Count - MostWarnings} more problems, which 'labtest recover' lists");
        foreach (var failure in summary.NotMadeSafe)
            screen.Line($"[red]not made safe[/] {Short(failure)}");
        ShowFoot(screen, summary);
        if (StateText.Of(summary, (time ?? TimeProvider.System).GetUtcNow()) is { } state)
            screen.Line($"{Short(state)}");

        // A path must stay whole, to be copied or clicked.
        screen.Plain(File.Exists(folder.Report) ? $"Report: {folder.Report}" : $"Run: {folder.Path}");
    }

    private static void ShowHead(Screen screen, RunFolder folder, RunSummary summary)
    {
        var facts = new[]
        {
            RunNotes.Start(summary),
            RunNotes.Duration(summary),
            summary.StationName is { } station ? $"station {station}" : null,
            summary.Started?.Dut is { } dut ? $"DUT {dut}" : null,
            summary.Started?.Operator is { } person ? $"operator {person}" : null,
        };
        screen.Line($"[bold]{RunsFolder.NameOf(folder.Path)}[/]  [dim]{Short(string.Join("  ", facts.Where(f => !string.IsNullOrEmpty(f))))}[/]");
    }

    private static void ShowMessages(Screen screen, RunSummary summary)
    {
        var messages = summary.Tests.Where(t => t.Verdict > Verdict.Marginal && t.Finished?.Message is not null).GroupBy(t => (t.Verdict, t.Finished!.Message!, t.FailedAt)).ToArray();
        foreach (var told in messages.Take(MostMessages))
        {
            var what = told.First().Finished!.KeptFromRunningBy is { } by ? by : told.Count() == 1 ? TestNames.Sentence(told.First().Started!.Name) : $"{told.Count()} tests";
            var place = told.Key.FailedAt is { } at ? ScreenMarkup.Of($" [dim]({Short(at.ToString())})[/]") : ScreenMarkup.None;
            screen.Line($"{VerdictStyle.Markup(told.Key.Verdict)} {Short(what)}: {Short(told.Key.Item2)}{place}");
        }

        if (messages.Length > MostMessages)
            screen.Line($"{messages.Length - MostMessages} more messages are in the report.");
    }

    private static void ShowFoot(Screen screen, RunSummary summary)
    {
        var counts = summary.Tests.Where(t => !t.IsUnderWay).GroupBy(t => t.Verdict).OrderByDescending(g => g.Key).Select(g => $"{g.Count()} {VerdictStyle.Name(g.Key)}");
        var notes = RunNotes.Of(summary).Select(n => n == "partial" && summary.Started?.Filter is { } filter ? $"partial ({filter})" : n);
        screen.Line($"{VerdictStyle.Markup(summary)}  {string.Join(", ", counts)}  [dim]{Phrases.Count(summary.Measurements, "measurement")}[/]  {RunNotes.Markup(notes)}");
    }

    private static string Short(string text) => PrintableText.OneLine(text, LongestMessage);
}
