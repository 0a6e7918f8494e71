using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>Where the result comes from and where all of it lies: versions, revision, files, and what this page leaves out.</summary>
internal static class Origin
{
    private const int MostDiagnostics = 200;

    public static void Write(HtmlWriter page, RunFolder folder, RunSummary summary, KeptFiles files, ReportBudget budget, string? problem)
    {
        page.Write($"""<section class="origin" aria-labelledby="origin"><h2 id="origin">Origin</h2>""");
        var environment = summary.Started?.Environment;
        Facts.Write(page,
        [
            ("LabTest", environment?.LabTest),
            ("Revision of the experiments", environment?.Revision),
            (".NET", environment?.Runtime),
            ("System", environment?.System),
            ("Host", environment?.Host),
        ]);
        WriteLeftOut(page, summary, budget, problem);
        page.Write($"<h3>Files of this run</h3><ul class=\"files\">");
        foreach (var (file, meaning) in Files(folder).Where(f => File.Exists(f.File)))
            page.Write($"<li><a href=\"{Uri.EscapeDataString(Path.GetFileName(file))}\">{Path.GetFileName(file)}</a> {meaning}</li>\n");
        files.WriteFound(page);
        page.Write($"</ul>");
        WriteDiagnostics(page, summary);
        page.Write($"""<details class="rows licence"><summary>Plots are drawn by uPlot, under the MIT licence</summary><pre>{ReportAssets.PlotLicense}</pre></details></section>""");
        page.Write($"\n");
    }

    private static IEnumerable<(string File, string Meaning)> Files(RunFolder folder) =>
    [
        (folder.Journal, "the journal: everything that happened, in order"),
        (folder.RunJson, "the run: identity, station, profiles, limits, verdicts"),
        (folder.Measurements, "every measurement, as an Arrow stream"),
        (folder.Data, "measurements, tables and waveforms, as HDF5"),
    ];

    private static void WriteDiagnostics(HtmlWriter page, RunSummary summary)
    {
        if (summary.Diagnostics.Count == 0)
            return;
        page.Write($"""<details class="rows"><summary>{Phrases.Count(summary.Diagnostics.Count, "diagnostic message")}</summary><pre>""");
        foreach (var diagnostic in summary.Diagnostics.Take(MostDiagnostics))
            page.Write($"{diagnostic.Message}\n");
        if (summary.Diagnostics.Count > MostDiagnostics)
            page.Write($"{summary.Diagnostics.Count - MostDiagnostics} more are in events.jsonl\n");
        page.Write($"</pre></details>");
    }

    private static void WriteLeftOut(HtmlWriter page, RunSummary summary, ReportBudget budget, string? problem)
    {
        var kept = summary.Tests.Append(summary.Outside).Sum(t => (long)t.Measurements.Count);
        string[] left =
        [
            .. Left(summary.Measurements - kept, "measurement", "every one is in measurements.arrows"),
            .. Left(budget.RowsLeftOut, "limit", "their verdicts are in events.jsonl"),
            .. Left(budget.ExperimentsLeftOut, "experiment", "their verdicts are in run.json"),
            .. Left(budget.PlotsLeftOut, "plot", "their numbers are in data.h5"),
            .. Left(budget.TextsLeftOut, "test's output", "all are in events.jsonl"),
            .. problem is not null && summary.Arrays.Count > 0 ? [$"Waveforms are not shown: {problem}"] : Array.Empty<string>(),
        ];
        if (left.Length == 0)
            return;
        page.Write($"<h3 id=\"left-out\">What this page leaves out</h3><ul>");
        foreach (var line in left)
            page.Write($"<li>{line}</li>\n");
        page.Write($"</ul>");
    }

    private static IEnumerable<string> Left(long count, string what, string where) => count > 0 ? [$"{Phrases.Count(count, what)} of many; {where}."] : [];
}
