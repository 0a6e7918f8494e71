using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>What was recorded and not held against a limit, close together: one line a test.</summary>
internal static class RecordedValues
{
    private const int MostATest = 60;

    public static void Write(HtmlWriter page, Experiment experiment, ReportBudget budget)
    {
        var tests = experiment.Tests.Select(t => (Test: t, Values: t.Measurements.Where(m => m.Limits.Count == 0 && m.Taken.Dataset is null).ToArray())).Where(t => t.Values.Length > 0);
        foreach (var (test, values) in tests)
        {
            if (!budget.HasRow())
                return;
            page.Write($"""<dl class="recorded">""");
            if (experiment.LabelOf(test) is { Length: > 0 } place)
                page.Write($"""<div class="place"><dt class="unseen">Recorded at</dt><dd>{place}</dd></div>""");
            foreach (var value in values.Take(MostATest))
                Write(page, value);
            if (values.Length > MostATest)
                page.Write($"""<div><dt class="unseen">More</dt><dd>and {values.Length - MostATest} more</dd></div>""");
            page.Write($"</dl>\n");
        }
    }

    private static void Write(HtmlWriter page, MeasurementSummary value)
    {
        var taken = value.Taken;
        page.Write($"<div><dt>{taken.Name}</dt><dd>{MeasurementText.Value(taken)}");
        if (taken is { Value: not null, Uncertainty: { } u })
            page.Write($""" <small title="expanded uncertainty, k = 2">± {new Quantity(2 * u, Unit.Parse(taken.Unit)).ToString("E2", null)}</small>""");
        page.Write($"</dd></div>");
    }
}
