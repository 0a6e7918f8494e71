using System.Globalization;
using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Plots;

/// <summary>Writes a plot: a drawing that needs no script and is what paper shows, and its numbers, from which the script makes a live one.</summary>
internal static class PlotFigure
{
    public static void Write(HtmlWriter page, Plot plot)
    {
        page.Write($"""<figure class="plot"><figcaption><strong>{plot.Title}</strong> <span class="note">{plot.Note}</span> <output class="at" aria-hidden="true"></output></figcaption>""");
        page.Write($"""<div class="still"><svg role="img" aria-label="{plot.Description}">""");
        WriteGrid(page, plot);
        page.Write($"""<svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" class="lines">""");
        WriteBand(page, plot);
        for (var i = 0; i < plot.Series.Count; i++)
            page.Write($"""<path class="{Style(plot, i)}" d="{(HtmlWriter w) => w.Trusted(Path(plot, plot.Series[i]))}"/>""");
        page.Write($"</svg>");
        if (plot.HasPoints)
            WritePoints(page, plot);
        page.Write($"""<text class="axis" x="50%" y="100%" dy="2.9em">{plot.X.Title}</text><text x="-52" y="-11">{plot.Y.Title}</text></svg></div>""");
        page.Write($"""<div class="live"></div>""");
        WriteKeys(page, plot);
        page.Write($"""<script type="application/json">{(HtmlWriter w) => w.Trusted(PlotJson.Text(plot))}</script></figure>""");
        page.Write($"\n");
    }

    private static void WriteGrid(HtmlWriter page, Plot plot)
    {
        foreach (var (value, text) in plot.Y.Ticks(5))
        {
            var y = 1 - plot.Y.At(value);
            page.Write($"""<line class="grid" x1="0" x2="100%" y1="{y:0.##%}" y2="{y:0.##%}"/><text x="-8" y="{y:0.##%}" dy=".33em" class="end">{text}</text>""");
        }

        foreach (var (value, text) in plot.X.Ticks(6))
        {
            var x = plot.X.At(value);
            page.Write($"""<line class="grid" y1="0" y2="100%" x1="{x:0.##%}" x2="{x:0.##%}"/><text x="{x:0.##%}" y="100%" dy="1.5em" class="mid">{text}</text>""");
        }
    }

    private static void WriteBand(HtmlWriter page, Plot plot)
    {
        if (plot.Band is not { } band)
            return;
        double Y(double? end, double open) => end is { } value ? 1000 * Math.Clamp(1 - plot.Y.At(value), -0.01, 1.01) : open;
        var (top, bottom) = (Y(band.Upper, -10), Y(band.Lower, 1010));
        page.Write($"""<rect class="band" x="-10" width="1020" y="{top:0.#}" height="{bottom - top:0.#}"/>""");
    }

    private static string Path(Plot plot, PlotSeries series)
    {
        var path = new System.Text.StringBuilder();
        var pen = 'M';
        for (var i = 0; i < series.Values.Length; i++)
        {
            var (x, y) = ((series.Positions ?? plot.Positions)[i], series.Values[i]);
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{1000 * plot.X.At(x):0.#} {1000 * (1 - plot.Y.At(y)):0.#}");
            pen = 'L';
        }

        return path.ToString();
    }

    private static void WritePoints(HtmlWriter page, Plot plot)
    {
        for (var s = 0; s < plot.Series.Count; s++)
        {
            if (plot.Series[s].IsLimit)
                continue;
            for (var i = 0; i < plot.Series[s].Values.Length; i++)
            {
                var (x, y) = (plot.Positions[i], plot.Series[s].Values[i]);
                if (double.IsFinite(x) && double.IsFinite(y))
                    page.Write($"""<circle class="s{s % PlotJson.Styles}" r="2.6" cx="{plot.X.At(x):0.##%}" cy="{1 - plot.Y.At(y):0.##%}"/>""");
            }
        }
    }

    // Six colours with a dash each, then the same with another dash.
    private static string Style(Plot plot, int series) => plot.Series[series].IsLimit ? "limit" : $"s{series % PlotJson.Styles}";

    // The axis names a line that is alone.
    private static void WriteKeys(HtmlWriter page, Plot plot)
    {
        page.Write($"""<ul class="keys">""");
        for (var i = 0; i < plot.Series.Count && plot.Series.Count > 1; i++)
            page.Write($"""<li><svg width="22" height="8" aria-hidden="true"><path class="{Style(plot, i)}" d="M0 4H22"/></svg>{plot.Series[i].Label} <span class="u">{plot.Y.Unit.Symbol}</span></li>""");
        if (plot.Band is { } band)
            page.Write($"""<li><svg width="22" height="10" aria-hidden="true"><rect class="band" width="22" height="10"/></svg>limit {band.Text}</li>""");
        page.Write($"</ul>");
    }
}
