using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Sections;

/// <summary>Writes a list of names and values, without those that are not there.</summary>
internal static class Facts
{
    private const int Long = 30;

    public static void Write(HtmlWriter page, IEnumerable<(string Name, string? Value)> facts)
    {
        page.Write($"<dl class=\"facts\">");
        foreach (var (name, value) in facts.Where(f => !string.IsNullOrEmpty(f.Value)))
            page.Write($"<div{(HtmlWriter w) => w.Trusted(value!.Length > Long ? " class=\"long\"" : "")}><dt>{name}</dt><dd>{(HtmlWriter w) => w.Breakable(value!)}</dd></div>\n");
        page.Write($"</dl>\n");
    }
}
