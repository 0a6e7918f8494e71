using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Reports.Plots;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>What was recorded and not held against a limit: a table where tests of a sweep recorded the same, else close together, a line a test.</summary>
internal static class RecordedValues
{
    private const int MostATest = 60;
    private const int MostColumns = 8;

    public static void Write(HtmlWriter page, Experiment experiment, ReportBudget budget)
    {
        var tests = experiment.Tests
            .Select(t => (Test: t, Values: t.Measurements.Where(m => m.Limits.Count == 0 && m.Taken.Dataset is null && !IsMany(t, m.Taken.Name)).Select(m => m.Taken).ToArray()))
            .Where(t => t.Values.Length > 0)
            .TakeWhile(_ => budget.HasRow())
            .ToArray();
        var names = tests.SelectMany(t => t.Values.Select(v => v.Name)).Distinct().ToArray();
        if (tests.Length > 1 && names.Length <= MostColumns && tests.All(t => t.Values.All(v => v.Index == 0)))
            WriteTable(page, experiment, tests, names);
        else
            WriteLines(page, experiment, tests);
    }

    // Those are statistics and a plot.
    private static bool IsMany(TestSummary test, string name) => test.Trends.TryGetValue(name, out var trend) && TrendPlots.IsMany(trend);

    private static void WriteTable(HtmlWriter page, Experiment experiment, (TestSummary Test, MeasurementTaken[] Values)[] tests, string[] names)
    {
        page.Write($"""<div class="wide recorded" tabindex="0" role="region" aria-label="Recorded values"><table><thead><tr><th scope="col">Recorded</th>""");
        foreach (var name in names)
            page.Write($"""<th scope="col" class="num">{name}</th>""");
        page.Write($"</tr></thead><tbody>\n");
        foreach (var (test, values) in tests)
        {
            page.Write($"""<tr><th scope="row">{experiment.LabelOf(test)}</th>""");
            foreach (var name in names)
            {
                page.Write($"""<td class="num" data-name="{name}">""");
                if (Array.Find(values, v => v.Name == name) is { } taken)
                    WriteValue(page, taken);
                page.Write($"</td>");
            }

            page.Write($"</tr>\n");
        }

        page.Write($"</tbody></table></div>\n");
    }

    private static void WriteLines(HtmlWriter page, Experiment experiment, (TestSummary Test, MeasurementTaken[] Values)[] tests)
    {
        foreach (var (test, values) in tests)
        {
            page.Write($"""<dl class="recorded">""");
            if (experiment.LabelOf(test) is { Length: > 0 } place)
                page.Write($"""<div class="place"><dt class="unseen">Recorded at</dt><dd>{place}</dd></div>""");
            foreach (var taken in values.Take(MostATest))
                page.Write($"<div><dt>{taken.Name}</dt><dd>{(HtmlWriter w) => WriteValue(w, taken)}</dd></div>");
            if (values.Length > MostATest)
                page.Write($"""<div><dt class="unseen">More</dt><dd>and {values.Length - MostATest} more</dd></div>""");
            page.Write($"</dl>\n");
        }
    }

    private static void WriteValue(HtmlWriter page, MeasurementTaken taken)
    {
        var uncertainty = taken is { Value: not null, Uncertainty: { } u } ? new Quantity(2 * u, Unit.Parse(taken.Unit)) : (Quantity?)null;
        Numbers.Write(page, Numbers.Padded(MeasurementText.Value(taken), uncertainty));
        if (uncertainty is { } known)
            page.Write($""" <small class="pm" title="expanded uncertainty, k = 2">± {Numbers.Uncertainty(known.Value, known.Unit)}</small>""");
    }
}
