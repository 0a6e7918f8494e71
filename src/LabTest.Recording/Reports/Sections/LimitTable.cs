using LabTest.Recording.Reports.Bars;
using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Sections;

/// <summary>The limits of an experiment as a table: least, bar, most, verdict; one row a limit.</summary>
internal static class LimitTable
{
    public static void Write(HtmlWriter page, Experiment experiment, ReportBudget budget)
    {
        var rows = Rows(experiment, budget).ToArray();
        if (rows.Length == 0)
            return;
        var scales = rows.Where(r => r.HasBar).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => LimitScale.For(g.First().Limit, g.SelectMany(r => new[] { r.Least, r.Most })));
        page.Write($"""
            <table class="limits" role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Measurement</th><th role="columnheader" scope="col" class="num">Value</th><th role="columnheader" scope="col" class="num">At least</th><th role="columnheader" scope="col"><span class="unseen">Value against its limit</span></th><th role="columnheader" scope="col">At most</th><th role="columnheader" scope="col">Verdict</th></tr></thead><tbody role="rowgroup">

            """);
        foreach (var row in rows)
            Write(page, experiment, row, row.HasBar ? scales[row.Key] : default);
        page.Write($"</tbody></table>\n");
    }

    // What is not good comes first where there is too much.
    private static IEnumerable<LimitRow> Rows(Experiment experiment, ReportBudget budget)
    {
        foreach (var test in experiment.Tests)
        {
            var rows = LimitRows.Of(test).ToArray();
            var shown = rows.Length <= ReportBudget.RowsATest
                ? rows
                : [.. rows.OrderByDescending(r => r.Limit.Verdict).Take(ReportBudget.RowsATest).OrderBy(r => r.Taken.Number)];
            budget.RowsLeftOut += rows.Length - shown.Length;
            foreach (var row in shown)
            {
                if (budget.HasRow())
                    yield return row;
                else
                    budget.RowsLeftOut++;
            }
        }
    }

    private static void Write(HtmlWriter page, Experiment experiment, LimitRow row, LimitScale scale)
    {
        var (limit, place) = (row.Limit, experiment.LabelOf(row.Test));
        page.Write($"""<tr role="row" class="{VerdictMark.Style(limit.Verdict)}"><th role="rowheader" scope="row"><span class="name">{(HtmlWriter w) => w.Breakable(limit.Name)}</span>""");
        if (row.Note is not null)
            page.Write($""" <span class="place">{row.Note}</span>""");
        else if (row.Taken.Index > 0)
            page.Write($""" <span class="place">#{row.Taken.Index + 1}</span>""");
        if (place.Length > 0)
            page.Write($""" <span class="place">{place}</span>""");
        page.Write($"""</th><td role="cell" class="num value{(row.HasBar ? "" : " text")}">""");
        Numbers.Write(page, row.ValueText);
        if (row.ExpandedText is { } uncertainty)
            page.Write($"""<small class="pm" title="expanded uncertainty, k = 2">± {uncertainty}</small>""");
        if (row.HasBar)
        {
            var (lower, upper) = (row.EndText(limit.Lower), row.EndText(limit.Upper));
            page.Write($"""</td><td role="cell" class="num least">{lower}</td><td role="cell" class="drawn">""");
            LimitBar.Write(page, limit, scale, row.Least, row.Most, row.Expanded, $"{row.ValueText}, allowed {limit.Description}: {VerdictMark.Word(limit.Verdict)}");
            page.Write($"""</td><td role="cell" class="most">{upper}</td>""");
        }
        else
        {
            page.Write($"""</td><td role="cell"></td><td role="cell" class="words" colspan="2">{(limit.Kind == "flag" ? $"expected: {limit.Description}" : limit.Description)}</td>""");
        }

        page.Write($"""<td role="cell" class="said">{(HtmlWriter w) => VerdictMark.Write(w, limit.Verdict)}</td></tr>""");
        page.Write($"\n");
    }
}
