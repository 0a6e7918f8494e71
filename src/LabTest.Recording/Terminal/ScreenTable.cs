using Spectre.Console;
using Spectre.Console.Rendering;

namespace LabTest.Recording.Terminal;

/// <summary>
/// A table that fits its terminal without breaking a word: where there is not room for all, cells wrap at spaces, then names are cut with … as far as that goes, then columns go.
/// </summary>
internal sealed class ScreenTable(params ScreenColumn[] columns)
{
    private const int LeastCut = 12;

    private readonly List<string[]> _rows = [];

    /// <summary>What stands below it, a line each.</summary>
    public ICollection<string> Notes { get; } = [];

    /// <summary>Adds a row, a cell a column.</summary>
    public void Add(params ScreenMarkup[] cells) => _rows.Add([.. cells.Select(c => c.ToString())]);

    /// <summary>The table for a width.</summary>
    public IRenderable Fit(int width)
    {
        var shown = Enumerable.Range(0, columns.Length).ToList();
        while (Frame(shown) + shown.Sum(Least) > width && shown.Where(c => columns[c].Drop is not null).ToArray() is { Length: > 0 } candidates)
            shown.Remove(candidates.MaxBy(c => columns[c].Drop!.Value));
        var widths = Widths(shown, width);
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in shown)
        {
            table.AddColumn(new TableColumn(new Markup(Markup.Escape(columns[column].Heading)))
            {
                Width = widths[column],
                Alignment = columns[column].IsNumber ? Justify.Right : Justify.Left,
            });
        }

        foreach (var row in _rows)
            table.AddRow(shown.Select(c => new WrappedLine(Cut(row[c], columns[c], widths[c]))));
        return table;
    }

    // Every column has room for its longest word; what is left goes to those that would wrap.
    private Dictionary<int, int> Widths(List<int> shown, int width)
    {
        var widths = shown.ToDictionary(c => c, Least);
        var left = width - Frame(shown) - widths.Values.Sum();
        foreach (var column in shown.Where(c => columns[c].MayWrap || columns[c].Least is not null).OrderBy(Natural))
        {
            var more = Math.Clamp(Natural(column) - widths[column], 0, Math.Max(0, left));
            widths[column] += more;
            left -= more;
        }

        if (left < 0 && shown.FindIndex(c => columns[c].Least is not null) is >= 0 and var cut)
            widths[shown[cut]] = Math.Max(LeastCut, widths[shown[cut]] + left);
        return widths;
    }

    private static int Frame(List<int> shown) => 3 * shown.Count + 1;

    private int Natural(int column) => Texts(column).Max(static text => new Segment(text).CellCount());

    private int Least(int column)
    {
        var whole = columns[column].MayWrap ? Texts(column).Max(LongestWord) : Natural(column);
        return Math.Min(whole, columns[column].Least ?? whole);
    }

    private IEnumerable<string> Texts(int column) => _rows.SelectMany(r => Markup.Remove(r[column]).Split('\n')).Append(columns[column].Heading);

    private static int LongestWord(string text)
    {
        var longest = 0;
        for (int from = 0, to; from <= text.Length; from = to + 1)
        {
            to = from;
            while (to < text.Length && !WrappedLine.MayBreak(text, to))
                to++;
            longest = Math.Max(longest, new Segment(text[from..to]).CellCount());
        }

        return longest;
    }

    private static string Cut(string markup, ScreenColumn column, int width)
    {
        var text = Markup.Remove(markup);
        return column.Least is null || (column.MayWrap ? LongestWord(text) : new Segment(text).CellCount()) <= width ? markup : Markup.Escape(Middle(text, width));
    }

    // The beginning and the end of a name say most.
    private static string Middle(string text, int width) => text.Length <= width ? text : $"{text.AsSpan(0, width / 2)}…{text.AsSpan(text.Length - (width - width / 2 - 1))}";
}
