using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Reports.Sections;

/// <summary>Writes a list of names and values, without those that are not there.</summary>
internal static class Facts
{
    public static void Write(HtmlWriter page, IEnumerable<(string Name, string? Value)> facts)
    {
        page.Write($"<dl class=\"facts\">");
        foreach (var (name, value) in facts.Where(f => !string.IsNullOrEmpty(f.Value)))
            page.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");
        page.Write($"</dl>\n");
    }
}
