using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>One experiment: its verdict, what went wrong, its limits, what else it recorded, its plots.</summary>
internal sealed class ExperimentSection(RunSummary summary, ExperimentPlots plots, KeptFiles files, ReportBudget budget)
{
    private const int MostMessages = 20;
    private const int MostPlaces = 10;

    public void Write(HtmlWriter page, Experiment experiment)
    {
        page.Write($"""<section class="experiment {VerdictMark.Style(experiment.Verdict)}" id="{experiment.Anchor}" data-verdict="{VerdictMark.Word(experiment.Verdict)}"><header><h3>{(HtmlWriter w) => VerdictMark.Write(w, experiment.Verdict)} <span class="title">{experiment.Title}</span></h3><p class="note">""");
        page.Write($"""<span class="class">{experiment.Class}</span>""");
        foreach (var (name, value) in experiment.Traits)
            page.Write($""" <span class="trait"><span>{name}</span> {value}</span>""");
        page.Write($""" <span class="time">{Counts(experiment)}</span></p></header>""");
        page.Write($"\n");
        WriteMessages(page, experiment);
        LimitTable.Write(page, experiment, budget);
        TrendTable.Write(page, experiment, budget);
        RecordedValues.Write(page, experiment, budget);
        plots.Write(page, experiment);
        foreach (var test in experiment.Tests)
        {
            files.Write(page, test, experiment.LabelOf(test));
            WriteOutput(page, test, experiment.LabelOf(test));
        }

        page.Write($"</section>\n");
    }

    private string Counts(Experiment experiment)
    {
        var measurements = Phrases.Count(experiment.Tests.Sum(t => t.Count), "measurement");
        var tests = experiment.Tests.Count > 1 ? $"{Phrases.Count(experiment.Tests.Count, "test")} · " : "";
        if (experiment.RealSeconds <= 0)
            return $"{tests}{measurements}";
        var real = Phrases.Duration(experiment.RealSeconds);
        return $"{tests}{measurements} · {(summary.IsVirtual ? $"{Phrases.Duration(experiment.Seconds)} of virtual time ({real} real)" : real)}";
    }

    private void WriteOutput(HtmlWriter page, TestSummary test, string label)
    {
        if (test.Output is not { } output || !budget.HasText(output.Text.Length))
            return;
        page.Write($"""<details class="rows output"><summary>Output{(label.Length > 0 ? $" at {label}" : "")} <span class="note">{Phrases.Count(output.Length, "character")}</span></summary><pre>{output.Text}</pre></details>""");
        page.Write($"\n");
    }

    private static void WriteMessages(HtmlWriter page, Experiment experiment)
    {
        var said = experiment.Tests.Where(t => t.Verdict > Verdict.Marginal && (t.Finished?.Message is not null || t.Finished is null && t.Started is not null)).ToArray();
        var messages = said.GroupBy(t => (t.Verdict, Cause: CauseOf(t), Message: Experiment.MessageOf(t), t.FailedAt)).ToArray();
        foreach (var message in messages.Take(MostMessages))
        {
            var (verdict, cause, text, at) = message.Key;
            page.Write($"""<div class="message {VerdictMark.Style(verdict)}"><strong>{VerdictMark.Word(verdict)}{Places(experiment, [.. message])}{cause}</strong>{(at is null ? "" : $" {at}")}<pre>{text}</pre></div>""");
        }

        if (messages.Length > MostMessages)
            page.Write($"<p class=\"note\">{Phrases.Count(messages.Length - MostMessages, "more message")} in run.json.</p>");
    }

    private static string Places(Experiment experiment, TestSummary[] tests)
    {
        var places = tests.Select(experiment.LabelOf).Where(p => p.Length > 0).ToArray();
        return places.Length == 0 ? "" : $" at {string.Join("; ", places.Take(MostPlaces))}{(places.Length > MostPlaces ? $" and {places.Length - MostPlaces} more" : "")}";
    }

    private static string CauseOf(TestSummary test) => test.Finished?.Cause is { } cause && cause != "assertion" ? $" ({cause})" : "";
}
