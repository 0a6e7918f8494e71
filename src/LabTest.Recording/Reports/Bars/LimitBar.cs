using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Bars;

/// <summary>
/// Draws a value against its limit: the allowed band, the marginal bands inside it, a marker for the value or a beam from the least to the most of
/// many, a whisker for the uncertainty, an arrow where it is off the scale. Places are percentages, so that it is sharp at any width.
/// </summary>
internal static class LimitBar
{
    /// <summary>Draws a bar.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="scale">What the ends of the bar stand for.</param>
    /// <param name="least">The value in the limit's unit, or the least of many.</param>
    /// <param name="most">The value, or the most of many.</param>
    /// <param name="uncertainty">The expanded uncertainty, in the limit's unit.</param>
    /// <param name="label">The bar in words.</param>
    public static void Write(HtmlWriter page, LimitJudged limit, LimitScale scale, double least, double most, double? uncertainty, string label)
    {
        page.Write($"""<svg class="bar {VerdictMark.Style(limit.Verdict)}" role="img" aria-label="{label}"><rect class="out" y="8" width="100%" height="6" rx="3"/>""");
        WriteBand(page, limit, scale);
        if (double.IsNaN(least) || double.IsNaN(most))
            page.Write($"""<text x="50%" y="15" class="mid">no valid value</text>""");
        else if (least == most)
            WriteValue(page, scale, least, uncertainty);
        else
            WriteBeam(page, scale, least, most);
        page.Write($"</svg>");
    }

    private static void WriteBand(HtmlWriter page, LimitJudged limit, LimitScale scale)
    {
        var (from, to) = (limit.Lower is { } lower ? Inside(scale.At(lower)) : 0, limit.Upper is { } upper ? Inside(scale.At(upper)) : 1);
        page.Write($"""<rect class="in" x="{from:0.##%}" width="{to - from:0.##%}" y="4" height="14"/>""");
        if (limit is { MarginalLower: { } low, Lower: not null } && Inside(scale.At(low)) > from)
            page.Write($"""<rect class="near" x="{from:0.##%}" width="{Inside(scale.At(low)) - from:0.##%}" y="4" height="14"/>""");
        if (limit is { MarginalUpper: { } high, Upper: not null } && Inside(scale.At(high)) < to)
            page.Write($"""<rect class="near" x="{Inside(scale.At(high)):0.##%}" width="{to - Inside(scale.At(high)):0.##%}" y="4" height="14"/>""");
        if (limit.Lower is not null)
            page.Write($"""<line class="end" x1="{from:0.##%}" x2="{from:0.##%}" y1="1" y2="21"/>""");
        if (limit.Upper is not null)
            page.Write($"""<line class="end" x1="{to:0.##%}" x2="{to:0.##%}" y1="1" y2="21"/>""");
    }

    private static void WriteValue(HtmlWriter page, LimitScale scale, double value, double? uncertainty)
    {
        var at = scale.At(value);
        if (at is < 0 or > 1)
        {
            WriteArrow(page, at);
            return;
        }

        if (uncertainty is { } width && double.IsFinite(width) && scale.At(value + width) - at > 0.005)
        {
            var (from, to) = (Inside(scale.At(value - width)), Inside(scale.At(value + width)));
            page.Write($"""<line class="whisker" x1="{from:0.##%}" x2="{to:0.##%}" y1="11" y2="11"/>""");
        }

        page.Write($"""<circle class="value" cx="{at:0.##%}" cy="11" r="5.5"/>""");
    }

    private static void WriteBeam(HtmlWriter page, LimitScale scale, double least, double most)
    {
        var (from, to) = (Inside(scale.At(least)), Inside(scale.At(most)));
        page.Write($"""<rect class="value beam" x="{from:0.##%}" width="{Math.Max(to - from, 0.005):0.##%}" y="8.5" height="5"/>""");
        foreach (var end in new[] { scale.At(least), scale.At(most) })
        {
            if (end is < 0 or > 1)
                WriteArrow(page, end);
            else
                page.Write($"""<line class="value stop" x1="{end:0.##%}" x2="{end:0.##%}" y1="4.5" y2="17.5"/>""");
        }
    }

    private static void WriteArrow(HtmlWriter page, double at)
    {
        if (at < 0)
            page.Write($"""<svg class="off" x="0" overflow="visible"><path class="value" d="M0 11 9 4.5v13zM11 4.5v13"/></svg>""");
        else
            page.Write($"""<svg class="off" x="100%" overflow="visible"><path class="value" d="M0 11-9 4.5v13zM-11 4.5v13"/></svg>""");
    }

    private static double Inside(double at) => Math.Clamp(at, 0, 1);
}
