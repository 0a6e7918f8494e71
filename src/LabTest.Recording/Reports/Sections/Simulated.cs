using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>The mark of a run in which any instrument was simulated; it stays in view, and stands on every printed page.</summary>
internal static class Simulated
{
    public static void Write(HtmlWriter page, RunSummary summary)
    {
        if (!summary.IsSimulated)
            return;
        var instruments = summary.Station!.Instruments;
        var simulated = instruments.Where(i => i.IsSimulated).Select(i => i.Alias).ToArray();
        var which = simulated.Length == instruments.Count ? "every instrument was simulated" : $"not measured on hardware: {string.Join(", ", simulated)}";
        page.Write($"""<div class="simulated" role="note"><strong>SIMULATED</strong><span>{which}</span></div>""");
        page.Write($"\n");
    }
}
