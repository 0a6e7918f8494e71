namespace LabTest.Recording.Reports.Markup;

/// <summary>A verdict as a word with a shape of its own, so that it never shows by colour alone.</summary>
internal static class VerdictMark
{
    private static readonly (Verdict Verdict, string Shape)[] Shapes =
    [
        (Verdict.NotSet, """<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.5 2.5"/>"""),
        (Verdict.Recorded, """<circle cx="8" cy="8" r="7" fill="currentColor"/><circle cx="8" cy="8" r="2.6" fill="var(--page)"/>"""),
        (Verdict.Pass, """<circle cx="8" cy="8" r="8" fill="currentColor"/><path d="m4.3 8.3 2.6 2.6 4.8-5.4" fill="none" stroke="var(--page)" stroke-width="2"/>"""),
        (Verdict.Marginal, """<path d="M8 0.6 16 15H0z" fill="currentColor"/><path d="M8 5.4v4.8M8 11.6v1.9" stroke="var(--page)" stroke-width="1.9"/>"""),
        (Verdict.Skipped, """<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M4.6 8h6.8" stroke="currentColor" stroke-width="1.8"/>"""),
        (Verdict.Inconclusive, """<path d="M8 0 16 8 8 16 0 8z" fill="currentColor"/><path d="M6 6.5a2 2 0 1 1 2.6 1.9c-.5.2-.6.5-.6 1.1M8 11v1.6" fill="none" stroke="var(--page)" stroke-width="1.6"/>"""),
        (Verdict.Fail, """<path d="M5 0h6l5 5v6l-5 5H5l-5-5V5z" fill="currentColor"/><path d="m5 5 6 6m0-6-6 6" stroke="var(--page)" stroke-width="2"/>"""),
        (Verdict.Aborted, """<path d="M5 0h6l5 5v6l-5 5H5l-5-5V5z" fill="currentColor"/><path d="M5.2 5.2h5.6v5.6H5.2z" fill="var(--page)"/>"""),
        (Verdict.Error, """<path d="M0 0h16v16H0z" fill="currentColor"/><path d="M8 3v6.2M8 11v2.2" stroke="var(--page)" stroke-width="2.2"/>"""),
    ];

    /// <summary>The verdict in words.</summary>
    public static string Word(Verdict verdict) => verdict == Verdict.NotSet ? "Not set" : verdict.ToString();

    /// <summary>The name of its style.</summary>
    public static string Style(Verdict verdict) => $"v-{verdict.ToString().ToLowerInvariant()}";

    /// <summary>The shape and the word.</summary>
    public static void Write(HtmlWriter page, Verdict verdict) =>
        page.Write($"""<span class="verdict {Style(verdict)}"><svg class="mark" aria-hidden="true"><use href="#{Style(verdict)}"/></svg>{Word(verdict)}</span>""");

    /// <summary>The shapes, once a page; marks refer to them.</summary>
    public static void WriteShapes(HtmlWriter page)
    {
        page.Write($"""<svg width="0" height="0" style="position:absolute" aria-hidden="true">""");
        foreach (var (verdict, shape) in Shapes)
            page.Write($"""<symbol id="{Style(verdict)}" viewBox="0 0 16 16">{(HtmlWriter w) => w.Trusted(shape)}</symbol>""");
        page.Write($"</svg>\n");
    }
}
