using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LabTest.Instruments.Yaml;

/// <summary>Reads one YAML document into nodes that know their place.</summary>
internal sealed class YamlReader
{
    private const int MostDepth = 50;
    private const int MostNodes = 100_000;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private int _nodes;

    private static string TooDeep => $"this nests deeper than {MostDepth} levels";

    private YamlReader(string file, string text)
    {
        _file = file;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads any document.</summary>
    /// <exception cref="ProfileException">The text is not one YAML document, repeats a key, or nests or repeats without end.</exception>
    public static YamlNode Read(string file, string text)
    {
        RefuseControlCharacters(file, text);
        var reader = new YamlReader(file, text);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            throw reader.Tab(text) ?? reader.Problem(e.Start, $"this is not YAML: {e.InnerException?.Message ?? e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // What the scanner does not expect, such as an escape for a code point that there is not.
            throw reader.Tab(text) ?? reader.Problem(reader._parser.Current?.End ?? new Mark(0, 1, 1), "this is not YAML: something cannot be read here; is a bracket, a brace or a quote not closed, or an escape none that YAML knows?");
        }
    }

    /// <summary>Reads a document that must be a mapping.</summary>
    /// <exception cref="ProfileException">As <see cref="Read"/>, or the document is no mapping.</exception>
    public static YamlMapping ReadMapping(string file, string text) => Read(file, text) as YamlMapping
        ?? throw new ProfileException(new ProfileProblem(file, 1, 1, "the file must be a mapping of keys to values"));

    // YAML 1.2, section 5.1; the scanner would take U+0000 for the end of the file.
    private static void RefuseControlCharacters(string file, string text)
    {
        var at = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uFFFF');
        while (at >= 0 && text[at] is '\t' or '\n' or '\r')
        {
            var next = text.AsSpan(at + 1).IndexOfAnyExceptInRange(' ', '\uFFFF');
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (at < 0)
            return;
        var before = text.AsSpan(0, at);
        throw new ProfileException(new ProfileProblem(
            file, before.Count('\n') + 1, at - before.LastIndexOf('\n'), $"a character U+{(int)text[at]:X4} stands here; the file is no text"));
    }

    private ProfileException? Tab(string text) => TabIndent.Find(text, (int)(_parser.Current?.End.Line ?? 1)) is var (line, column)
        ? new ProfileException(new ProfileProblem(_file, line, column, "this is not YAML: a tab stands here, and only spaces may indent; write spaces instead"))
        : null;

    private YamlNode Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            throw Problem(Mark.Empty, "the file is empty");
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<StreamEnd>(out _) ? root : throw Problem(_parser.Current!.Start, "a second document begins here; write one a file");
    }

    private YamlNode Node(int depth)
    {
        var start = _parser.Current!.Start;
        if (depth > MostDepth)
            throw Problem(start, TooDeep);

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            var node = _anchors.GetValueOrDefault(alias.Value) ?? throw Problem(start, $"there is no anchor '{alias.Value}' before this");
            Count(node, start, depth);
            return node;
        }

        RefuseTag();
        if (++_nodes > MostNodes)
            throw Problem(start, $"the file has more than {MostNodes} values");
        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        YamlNode made = _parser.Current switch
        {
            Scalar => Leaf(),
            SequenceStart => Sequence(depth),
            MappingStart => Mapping(depth),
            var other => throw Problem(start, $"{other!.GetType().Name} is unexpected here"),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor] = made;
        return made;
    }

    // What an alias repeats counts again, so that a few lines cannot grow into millions of values, nor nest without end.
    private void Count(YamlNode node, Mark at, int depth)
    {
        if (depth > MostDepth)
            throw Problem(at, TooDeep);
        if (++_nodes > MostNodes)
            throw Problem(at, $"the aliases repeat more than {MostNodes} values");
        foreach (var child in node switch { YamlSequence s => s.Items, YamlMapping m => m.Entries.Select(e => e.Value), _ => [] })
            Count(child, at, depth + 1);
    }

    private void RefuseTag()
    {
        if (_parser.Current is NodeEvent { Tag.IsEmpty: false } tagged)
            throw Problem(tagged.Start, $"the tag '{tagged.Tag}' is not used here; write the value itself");
    }

    private YamlScalar Leaf()
    {
        var scalar = _parser.Consume<Scalar>();
        return new YamlScalar(At(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private YamlSequence Sequence(int depth)
    {
        var start = _parser.Consume<SequenceStart>().Start;
        List<YamlNode> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new YamlSequence(At(start), items);
    }

    private YamlMapping Mapping(int depth)
    {
        var start = _parser.Consume<MappingStart>().Start;
        List<KeyValuePair<YamlScalar, YamlNode>> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar)
                throw Problem(_parser.Current!.Start, "a key must be a word");
            RefuseTag();
            var key = Leaf();
            if (!keys.Add(key.Text))
                throw new ProfileException(key.Mark.Problem($"the key '{key.Text}' stands here twice; keep one"));
            entries.Add(KeyValuePair.Create(key, Node(depth + 1)));
        }

        return new YamlMapping(At(start), entries);
    }

    private YamlMark At(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);

    private ProfileException Problem(Mark mark, string message) => new(At(mark).Problem(message));
}
