using Spectre.Console;
using Spectre.Console.Rendering;

namespace LabTest.Recording.Terminal;

/// <summary>Markup that wraps at spaces only, and not between a number and its unit: a word or a path that is longer than the terminal is wide stays whole, to be copied or clicked.</summary>
/// <param name="markup">The markup.</param>
/// <param name="indent">How far lines after the first are indented.</param>
internal sealed class WrappedLine(string markup, int indent = 0) : IRenderable
{
    private const int LongestUnit = 12;

    public Spectre.Console.Rendering.Measurement Measure(RenderOptions options, int maxWidth) => ((IRenderable)new Markup(markup)).Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var isFirst = true;
        var whole = ((IRenderable)new Markup(markup)).Render(options with { Justification = null }, Screen.Unlimited);
        foreach (var line in Segment.SplitLines(whole).SelectMany(line => Lines(line, maxWidth)))
        {
            if (!isFirst)
                yield return Segment.LineBreak;
            isFirst = false;
            if (options.Justification == Justify.Right && maxWidth - Segment.CellCount(line) is > 0 and var room)
                yield return new Segment(new string(' ', room));
            foreach (var segment in line)
                yield return segment;
        }
    }

    private IEnumerable<List<Segment>> Lines(IEnumerable<Segment> whole, int maxWidth)
    {
        List<Segment> line = [];
        List<Segment> spaces = [];
        var width = 0;
        foreach (var word in Words(whole))
        {
            if (word is [{ Text: " " } space])
            {
                spaces.Add(space);
                continue;
            }

            var wordWidth = Segment.CellCount(word);
            if (line.Count > 0 && width + spaces.Count + wordWidth > maxWidth)
            {
                yield return line;
                line = [new Segment(new string(' ', indent))];
                width = indent;
            }
            else
            {
                line.AddRange(spaces);
                width += spaces.Count;
            }

            line.AddRange(word);
            width += wordWidth;
            spaces = [];
        }

        yield return line;
    }

    // Words and the spaces between them; spaces at the beginning belong to the first word.
    private static IEnumerable<List<Segment>> Words(IEnumerable<Segment> line)
    {
        Segment[] segments = [.. line];
        var text = string.Concat(segments.Select(static s => s.Text));
        List<Segment> word = [];
        var before = 0;
        foreach (var segment in segments)
        {
            var from = 0;
            for (var i = 0; i < segment.Text.Length; i++)
            {
                if (!MayBreak(text, before + i))
                    continue;
                if (i > from)
                    word.Add(new Segment(segment.Text[from..i], segment.Style));
                if (word.Count > 0)
                    yield return word;
                word = [];
                yield return [new Segment(" ", segment.Style)];
                from = i + 1;
            }

            if (from < segment.Text.Length)
                word.Add(new Segment(segment.Text[from..], segment.Style));
            before += segment.Text.Length;
        }

        if (word.Count > 0)
            yield return word;
    }

    /// <summary>Whether a text may wrap at a place: at a space, but not in its indent, nor between a number and its unit.</summary>
    public static bool MayBreak(string text, int place) =>
        text[place] == ' ' && text.AsSpan(0, place).ContainsAnyExcept(' ') && !(char.IsAsciiDigit(text[place - 1]) && IsUnit(text.AsSpan(place + 1)));

    private static bool IsUnit(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        var word = (end < 0 ? rest : rest[..end]).TrimEnd(".,;:)]\"'");
        return word.Length is > 0 and <= LongestUnit && Unit.TryParse(word.ToString(), out _);
    }
}
