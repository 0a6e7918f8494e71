using LabTest.Recording.Reports.Markup;
using LabTest.Recording.Reports.Plots;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Reports.Sections;

/// <summary>The plots of an experiment: its sweep, what it measured many times, its scans, its waveforms.</summary>
internal sealed class ExperimentPlots(RunSummary summary, RunData data, ReportBudget budget)
{
    private const int MostRows = 20_000;
    private const int MostRowsListed = 200;

    private readonly Dictionary<string, Journal.ArrayStored> _arrays = summary.Arrays.DistinctBy(a => a.Dataset).ToDictionary(a => a.Dataset);

    public void Write(HtmlWriter page, Experiment experiment)
    {
        var recorded = experiment.Tests
            .SelectMany(t => t.Measurements.Where(m => m.Taken.Dataset is not null).Select(m => (Measurement: m, Place: experiment.LabelOf(t), Columns: ColumnsOf(m.Taken.Dataset!))))
            .ToArray();
        var tables = recorded.Where(r => r.Columns is not null).ToArray();
        var plots = SweepPlots.Of(experiment)
            .Concat(TrendPlots.Of(experiment))
            .Concat(tables.SelectMany(t => TablePlots.Of(t.Measurement.Taken.Name, t.Place, t.Columns!, t.Measurement.Limits)))
            .Concat(WaveformPlots.Groups(recorded.Where(r => r.Columns is null).Select(r => TraceOf(r.Measurement, r.Place))).Select(g => WaveformPlots.Of(g, data.Trace)).OfType<Plot>());

        var isOpen = false;
        foreach (var plot in plots.Where(_ => budget.HasPlot()))
        {
            if (!isOpen)
                page.Write($"""<div class="plots">""");
            isOpen = true;
            PlotFigure.Write(page, plot);
        }

        if (isOpen)
            page.Write($"</div>\n");
        foreach (var (measurement, place, columns) in tables)
            WriteRows(page, measurement, place, columns!);
    }

    private WaveformPlots.Trace TraceOf(MeasurementSummary measurement, string place) =>
        new(measurement.Taken, place, measurement.Limits, _arrays.GetValueOrDefault(measurement.Taken.Dataset!));

    private TableColumn[]? ColumnsOf(string dataset)
    {
        if (summary.Tables.TryGetValue(dataset, out var table))
            return [.. table.Started.Columns.Select((c, i) => new TableColumn(c.Name, Unit.Parse(c.Unit), c.IsSet, [.. table.Rows.Select(r => r.Values[i])]))];
        return dataset.StartsWith("/tables/", StringComparison.Ordinal) && data.Columns(dataset, MostRows) is { } columns
            ? [.. columns.Select((c, i) => new TableColumn(c.Name, Unit.TryParse(c.Unit, out var unit) ? unit : Unit.One, IsSet: i == 0, c.Values))]
            : null;
    }

    private static void WriteRows(HtmlWriter page, MeasurementSummary measurement, string place, TableColumn[] columns)
    {
        var rows = columns.Length == 0 ? 0 : columns.Min(c => c.Values.Length);
        page.Write($"""<details class="rows"><summary>{measurement.Taken.Name}{(place.Length > 0 ? $" at {place}" : "")}: {Phrases.Count(rows, "row")}</summary><div class="wide" tabindex="0" role="region" aria-label="Rows"><table><thead><tr><th scope="col" class="num">Row</th>""");
        foreach (var column in columns)
            page.Write($"""<th scope="col" class="num">{column.Name}</th>""");
        page.Write($"</tr></thead><tbody>\n");
        for (var i = 0; i < Math.Min(rows, MostRowsListed); i++)
        {
            page.Write($"""<tr><th scope="row" class="num">{i}</th>""");
            foreach (var column in columns)
                page.Write($"""<td class="num" data-name="{column.Name}">{(HtmlWriter w) => Numbers.Write(w, new Quantity(column.Values[i] + 0.0, column.Unit).ToString("E6", null))}</td>""");
            page.Write($"</tr>\n");
        }

        page.Write($"</tbody></table></div>");
        if (rows > MostRowsListed)
            page.Write($"<p class=\"note\">{Phrases.Count(rows - MostRowsListed, "more row")} in data.h5, {measurement.Taken.Dataset}.</p>");
        page.Write($"</details>\n");
    }
}
