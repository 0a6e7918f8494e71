using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>What asks for attention, before all else: outputs that may still be on, tests that are not good, overdue calibrations, warnings.</summary>
internal static class Problems
{
    private const int MostTests = 100;
    private const int MostWarnings = 100;

    public static void Write(HtmlWriter page, RunSummary summary, IReadOnlyList<Experiment> experiments)
    {
        WriteUnsafe(page, summary);
        WriteJournal(page, summary);
        WriteTests(page, experiments);
        WriteUnconfirmable(page, summary);
        WriteWarnings(page, summary);
    }

    // Every run says so, though it forbids no Pass.
    private static void WriteUnconfirmable(HtmlWriter page, RunSummary summary)
    {
        var notes = SafetyNote.WithoutSign(summary).Where(n => !n.IsAlarm).ToArray();
        if (notes.Length == 0)
            return;
        page.Write($"""<section class="warnings" aria-labelledby="unconfirmable"><h2 id="unconfirmable">Safe state that cannot be confirmed</h2><ul>""");
        foreach (var note in notes)
            page.Write($"<li><strong>{note.Alias}</strong> {note.Reason}</li>\n");
        page.Write($"</ul></section>\n");
    }

    private static void WriteUnsafe(HtmlWriter page, RunSummary summary)
    {
        if (summary.NotMadeSafe.Count == 0)
            return;
        page.Write($"""<section class="alarm" role="alert"><h2>{(summary.Closed is null ? "The station was never closed" : "Not made safe")}: check the bench before you touch it</h2><ul>""");
        foreach (var failure in summary.NotMadeSafe)
            page.Write($"<li>{failure}</li>");
        page.Write($"</ul></section>\n");
    }

    private static void WriteJournal(HtmlWriter page, RunSummary summary)
    {
        if (summary.JournalProblems.Count == 0)
            return;
        page.Write($"""<section class="alarm" role="alert"><h2>The journal is damaged: this record is not whole</h2><ul>""");
        foreach (var problem in summary.JournalProblems.Take(MostTests))
            page.Write($"<li>{problem}</li>");
        page.Write($"</ul>");
        if (summary.JournalProblems.Count > MostTests)
            page.Write($"<p class=\"note\">{Phrases.Count(summary.JournalProblems.Count - MostTests, "more problem")} in run.json.</p>");
        page.Write($"</section>\n");
    }

    private static void WriteTests(HtmlWriter page, IReadOnlyList<Experiment> experiments)
    {
        var bad = experiments.SelectMany(e => e.Tests.Where(t => t.Started is not null && t.Verdict > Verdict.Skipped).Select(t => (Experiment: e, Test: t))).ToArray();
        if (bad.Length == 0)
            return;
        page.Write($"""<section class="problems" aria-labelledby="problems"><h2 id="problems">{Phrases.Count(bad.Length, "test")} not good</h2><ol>""");
        foreach (var (experiment, test) in bad.OrderByDescending(b => b.Test.Verdict).Take(MostTests))
        {
            var place = experiment.LabelOf(test);
            var message = Experiment.MessageOf(test).Split('\n')[0].Trim();
            page.Write($"""<li>{(HtmlWriter w) => VerdictMark.Write(w, test.Verdict)}<a href="#{experiment.Anchor}">{experiment.Title}{(place.Length > 0 ? $" ({place})" : "")}</a><span class="why">{message}{(test.FailedAt is { } at ? $" ({at})" : "")}</span></li>""");
            page.Write($"\n");
        }

        page.Write($"</ol>");
        if (bad.Length > MostTests)
            page.Write($"<p class=\"note\">{Phrases.Count(bad.Length - MostTests, "more test")} not good; run.json lists all.</p>");
        page.Write($"</section>\n");
    }

    private static void WriteWarnings(HtmlWriter page, RunSummary summary)
    {
        var warnings = summary.Warnings.GroupBy(w => (w.Source, w.Message)).ToArray();
        if (warnings.Length == 0)
            return;
        page.Write($"""<section class="warnings" aria-labelledby="warnings"><h2 id="warnings">{Phrases.Count(warnings.Sum(g => g.Count()), "warning")}</h2><ul>""");
        foreach (var warning in warnings.Take(MostWarnings))
            page.Write($"<li><strong>{warning.Key.Source}</strong> {warning.Key.Message}{(warning.Count() > 1 ? $" ({warning.Count()} times)" : "")}</li>\n");
        page.Write($"</ul>");
        if (warnings.Length > MostWarnings)
            page.Write($"<p class=\"note\">{Phrases.Count(warnings.Length - MostWarnings, "more warning")} in run.json.</p>");
        page.Write($"</section>\n");
    }
}
