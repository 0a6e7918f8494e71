using Spectre.Console;
using Spectre.Console.Rendering;

namespace LabTest.Recording.Terminal;

/// <summary>Markup that wraps at spaces only: a word or a path that is longer than the terminal is wide stays whole, to be copied or clicked.</summary>
/// <param name="markup">The markup.</param>
/// <param name="indent">How far lines after the first are indented.</param>
internal sealed class WrappedLine(string markup, int indent = 0) : IRenderable
{
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
        foreach (var word in Words(whole))
        {
            if (word is [{ Text: " " } space])
            {
                spaces.Add(space);
                continue;
            }

            if (line.Count > 0 && Segment.CellCount(line) + spaces.Count + Segment.CellCount(word) > maxWidth)
            {
                yield return line;
                line = [new Segment(new string(' ', indent))];
            }
            else
            {
                line.AddRange(spaces);
            }

            line.AddRange(word);
            spaces = [];
        }

        yield return line;
    }

    // Words and the spaces between them; spaces at the beginning belong to the first word.
    private static IEnumerable<List<Segment>> Words(IEnumerable<Segment> line)
    {
        List<Segment> word = [];
        var isIndent = true;
        foreach (var segment in line)
        {
            var from = 0;
            for (var i = 0; i < segment.Text.Length; i++)
            {
                isIndent &= segment.Text[i] == ' ';
                if (segment.Text[i] != ' ' || isIndent)
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
        }

        if (word.Count > 0)
            yield return word;
    }
}
