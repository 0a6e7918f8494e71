using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Sections;

/// <summary>All experiments with their verdicts, to go to.</summary>
internal static class Contents
{
    private const int Least = 4;
    private const int Most = 200;

    public static void Write(HtmlWriter page, IReadOnlyList<Experiment> experiments)
    {
        if (experiments.Count < Least)
            return;
        page.Write($"""<nav class="contents" aria-labelledby="contents"><h2 id="contents">Overview</h2><ul>""");
        foreach (var experiment in experiments.Take(Most))
        {
            var style = VerdictMark.Style(experiment.Verdict);
            page.Write($"""<li class="{style}"><svg class="mark" aria-hidden="true"><use href="#{style}"/></svg><span class="unseen">{VerdictMark.Word(experiment.Verdict)}: </span><a href="#{experiment.Anchor}">{experiment.Title}</a><span class="note">{Count(experiment)}</span></li>""");
            page.Write($"\n");
        }

        page.Write($"</ul>");
        if (experiments.Count > Most)
            page.Write($"<p class=\"note\">{Phrases.Count(experiments.Count - Most, "more experiment")} below.</p>");
        page.Write($"</nav>\n");
    }

    private static string Count(Experiment experiment)
    {
        var good = experiment.Tests.Count(t => t.Verdict.IsGood());
        return experiment.Tests.Count == 1 ? "" : good == experiment.Tests.Count ? Phrases.Count(good, "test") : $"{good} of {Phrases.Count(experiment.Tests.Count, "test")} good";
    }
}
