using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Reports.Sections;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports;

/// <summary>The page of a run, from head to foot.</summary>
internal sealed class ReportPage(RunFolder folder, RunSummary summary, RunData data)
{
    private readonly ReportBudget _budget = new();
    private readonly KeptFiles _files = new(folder, summary);

    public void Write(HtmlWriter page)
    {
        var experiments = Experiment.Of(summary);
        WriteHead(page);
        VerdictMark.WriteShapes(page);
        Simulated.Write(page, summary);
        page.Write($"<main>\n");
        Masthead.Write(page, summary);
        Problems.Write(page, summary, experiments);
        Contents.Write(page, experiments);
        WriteExperiments(page, experiments);
        StationSection.Write(page, summary);
        Origin.Write(page, folder, summary, _files, _budget, data.Problem);
        page.Write($"</main>\n<script>");
        page.Trusted(ReportAssets.PlotScript);
        page.Write($"</script>\n<script>");
        page.Trusted(ReportAssets.Script);
        page.Write($"</script>\n</body>\n</html>\n");
    }

    private void WriteHead(HtmlWriter page)
    {
        var marks = string.Concat(new[] { summary.StationName, summary.IsSimulated ? "SIMULATED" : null }.OfType<string>().Select(t => $" · {t}"));
        page.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ReportAssets.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="LabTest">
            <title>{VerdictMark.Word(summary.Verdict)} · {Masthead.TitleOf(summary)}{marks}</title>
            <link rel="icon" href="data:,">
            <style>
            """);
        page.Trusted(ReportAssets.PlotStyle);
        page.Trusted(ReportAssets.Style);
        page.Trusted(PrintedMargins.Style(summary));
        page.Write($"</style>\n</head>\n<body>\n");
    }

    private void WriteExperiments(HtmlWriter page, IReadOnlyList<Experiment> experiments)
    {
        if (experiments.Count == 0)
            return;
        var section = new ExperimentSection(summary, new ExperimentPlots(summary, data, _budget), _files, _budget);
        page.Write($"""<section aria-labelledby="experiments"><h2 id="experiments">Experiments</h2>""");
        page.Write($"\n");
        foreach (var experiment in experiments.Where(_ => _budget.HasExperiment()))
            section.Write(page, experiment);
        page.Write($"</section>\n");
    }
}
