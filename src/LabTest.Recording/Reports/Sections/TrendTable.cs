using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Reports.Plots;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>What tests measured many times under one name, as statistics: a row a name and test.</summary>
internal static class TrendTable
{
    private const int MostRows = 100;
    private const string Digits = "E5";

    public static void Write(HtmlWriter page, Experiment experiment, ReportBudget budget)
    {
        var rows = experiment.Tests.SelectMany(t => t.Trends.Where(n => TrendPlots.IsMany(n.Value)).Select(n => (Test: t, n.Key, n.Value))).Take(MostRows).TakeWhile(_ => budget.HasRow()).ToArray();
        if (rows.Length == 0)
            return;
        page.Write($"""<div class="wide recorded" tabindex="0" role="region" aria-label="Statistics"><table><thead><tr><th scope="col">Measured many times</th><th scope="col" class="num">n</th><th scope="col" class="num">mean</th><th scope="col" class="num">σ</th><th scope="col" class="num">min</th><th scope="col" class="num">max</th><th scope="col" class="num">drift</th></tr></thead><tbody>""");
        page.Write($"\n");
        foreach (var (test, name, trend) in rows)
            Write(page, experiment.LabelOf(test), name, trend);
        page.Write($"</tbody></table></div>\n");
    }

    private static void Write(HtmlWriter page, string place, string name, TrendSummary trend)
    {
        var unit = Unit.Parse(trend.Unit);
        page.Write($"""<tr><th scope="row">{name}{(place.Length > 0 ? $" at {place}" : "")}</th><td class="num" data-name="n">{trend.Count:N0}{(trend.Invalid > 0 ? $" and {trend.Invalid:N0} invalid" : "")}</td>""");
        Cell(page, "mean", new Quantity(trend.Mean, unit).ToString(Digits, null));
        Cell(page, "σ", double.IsFinite(trend.Deviation) ? Numbers.Difference(trend.Deviation, unit, "E3") : "");
        Cell(page, "min", new Quantity(trend.Least, unit).ToString(Digits, null));
        Cell(page, "max", new Quantity(trend.Most, unit).ToString(Digits, null));
        Cell(page, "drift", double.IsFinite(trend.Drift) ? $"{(trend.Drift > 0 ? "+" : "")}{Numbers.Difference(trend.Drift, unit, "E3")} in {Phrases.Duration(trend.Seconds)}" : "");
        page.Write($"</tr>\n");
    }

    private static void Cell(HtmlWriter page, string name, string text) => page.Write($"""<td class="num" data-name="{name}">{text}</td>""");
}
