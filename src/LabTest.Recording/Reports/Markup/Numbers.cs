namespace LabTest.Recording.Reports.Markup;

/// <summary>Writes a quantity so that numbers end, and units begin, at one line of a column.</summary>
internal static class Numbers
{
    public static void Write(HtmlWriter page, string quantity)
    {
        var space = quantity.LastIndexOf(' ');
        if (space > 0 && quantity.Length > 0 && (char.IsAsciiDigit(quantity[0]) || quantity[0] is '-'))
            page.Write($"""<span class="n">{quantity[..space]}</span> <span class="u">{quantity[(space + 1)..]}</span>""");
        else
            page.Write($"""<span class="n">{quantity}</span> <span class="u"></span>""");
    }
}
