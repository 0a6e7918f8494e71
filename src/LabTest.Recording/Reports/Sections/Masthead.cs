using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>The head of the page: the verdict, what was tested, by whom, where and when.</summary>
internal static class Masthead
{
    public static void Write(HtmlWriter page, RunSummary summary)
    {
        var started = summary.Started;
        page.Write($"""
            <header class="masthead {VerdictMark.Style(summary.Verdict)}"><div class="stamp"><svg class="mark" aria-hidden="true"><use href="#{VerdictMark.Style(summary.Verdict)}"/></svg><span class="unseen">Verdict: </span>{VerdictMark.Word(summary.Verdict)}{(HtmlWriter w) => WritePartial(w, summary)}</div>
            <div class="what"><p class="note">{started?.Run}</p><h1>{TitleOf(summary)}</h1>
            """);
        WriteCounts(page, summary);
        page.Write($"</div>\n");
        Facts.Write(page, FactsOf(summary));
        page.Write($"</header>\n");
    }

    /// <summary>What was tested: the project, and the DUT where it has a number.</summary>
    public static string TitleOf(RunSummary summary) =>
        summary.Started?.Dut is { } dut ? $"{summary.Started.Project} on {dut}" : summary.Started?.Project ?? "Run";

    // What a filter or a signal cut down says nothing of the DUT, whatever its verdict.
    private static void WritePartial(HtmlWriter page, RunSummary summary)
    {
        if (summary.Finished?.IsComplete != true)
            page.Write($"<small>partial run</small>");
    }

    private static void WriteCounts(HtmlWriter page, RunSummary summary)
    {
        if (summary.Tests.Count == 0)
            return;
        var counts = summary.Tests.GroupBy(t => t.Verdict).OrderByDescending(g => g.Key).Select(g => (Verdict: g.Key, Count: g.Count())).ToArray();
        page.Write($"""<div class="share" aria-hidden="true">""");
        foreach (var (verdict, count) in counts)
            page.Write($"""<span class="{VerdictMark.Style(verdict)}" style="flex-grow:{count}"></span>""");
        page.Write($"""</div><ul class="counts" aria-label="Tests by verdict">""");
        foreach (var (verdict, count) in counts)
            page.Write($"""<li class="{VerdictMark.Style(verdict)}"><svg class="mark" aria-hidden="true"><use href="#{VerdictMark.Style(verdict)}"/></svg><b>{count:N0}</b> {VerdictMark.Word(verdict).ToLowerInvariant()}</li>""");
        page.Write($"</ul>\n");
    }

    private static IEnumerable<(string Name, string? Value)> FactsOf(RunSummary summary)
    {
        var started = summary.Started;
        yield return ("DUT", started?.Dut ?? "no serial number given");
        yield return ("Operator", started?.Operator);
        yield return ("Station", summary.StationName);
        yield return ("Batch", started?.Batch);
        yield return ("Started", started is null ? null : Phrases.Time(started.Time));
        yield return ("Duration", DurationOf(summary));
        yield return ("Measurements", summary.Measurements.ToString("N0"));
        yield return ("Selection", started?.Filter is { } filter ? $"partial: {filter}" : "all tests");
        yield return ("Kind", started?.IsProduction == true ? "production: a skipped test is an Error" : null);
        yield return ("Stopped by", summary.Finished?.Cause);
        yield return ("State", summary.State == RunState.Running ? "under way: this is what was recorded so far" : summary.Finished is null ? "interrupted: the run never came to its end, and its process is gone" : summary.Finished.IsComplete ? "complete" : "partial, cannot pass a DUT");
    }

    private static string? DurationOf(RunSummary summary)
    {
        if (summary.Started is not { } started)
            return null;
        var seconds = ((summary.Finished?.Time ?? summary.LastTime) - started.Time) / 1e9;
        return $"{Phrases.Duration(seconds)}{(summary.Station?.Clock == "virtual" ? " of virtual time" : "")}";
    }
}
