namespace LabTest.Recording.Tables;

/// <summary>How a CSV file is written: what separates its fields, where its heading and its units are, where its rows begin.</summary>
internal sealed record CsvLayout
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public required char Delimiter { get; init; }

    public required string[] Headings { get; init; }

    /// <summary>The line of the heading; 0 if it was given.</summary>
    public required int HeadingLine { get; init; }

    /// <summary>The fields of the line with units, if there is one.</summary>
    public string[]? Units { get; init; }

    /// <summary>Where the rows begin in the text.</summary>
    public required int Offset { get; init; }

    /// <summary>The line in which the rows begin.</summary>
    public required int Line { get; init; }

    /// <summary>Finds out how a file is written; null if there is nothing in it.</summary>
    /// <exception cref="RecordingException">That cannot be told; the message says what to give.</exception>
    public static CsvLayout? Of(string text, CsvOptions options)
    {
        var (offset, line) = Skip(text, options.SkipLines ?? 0);
        var delimiter = options.Delimiter ?? Said(text, ref offset, ref line);
        var shape = delimiter is { } given ? CsvShape.Of(text, offset, line, given) : Choose([.. Delimiters.Select(d => CsvShape.Of(text, offset, line, d))]);
        if (options.Headings is { } headings)
        {
            var begin = options.SkipLines is null ? shape.Records.FirstOrDefault() : new CsvRecord(offset, line, [], IsQuoted: false, FollowsBlank: false);
            return new() { Delimiter = shape.Delimiter, Headings = [.. headings], HeadingLine = 0, Offset = begin?.Offset ?? text.Length, Line = begin?.Line ?? line };
        }

        if (shape.Records.Count == 0 && shape.Comment is null)
            return null;
        var layout = new CsvHeadingSearch(shape, options, text.Length).Find();
        if (delimiter is null && layout.Headings.Length == 1)
            RefuseJoined(shape, layout);
        return layout;
    }

    private static (int Offset, int Line) Skip(string text, int lines)
    {
        var (offset, line) = (0, 1);
        for (; line <= lines; line++)
        {
            var end = text.AsSpan(offset).IndexOfAny('\r', '\n');
            if (end < 0)
                return (text.Length, line);
            offset += end + (text.AsSpan(offset + end).StartsWith("\r\n") ? 2 : 1);
        }

        return (offset, line);
    }

    /// <summary>What the first line says, as Excel writes it: <c>sep=;</c>.</summary>
    private static char? Said(string text, ref int offset, ref int line)
    {
        var end = text.AsSpan(offset).IndexOfAny('\r', '\n') is >= 0 and var length ? offset + length : text.Length;
        var first = text.AsSpan(offset, end - offset).Trim('"');
        if (first.Length != 5 || !first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return null;
        (offset, line) = (end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : Math.Min(1, text.Length - end)), line + 1);
        return first[4];
    }

    private static CsvShape Choose(CsvShape[] shapes)
    {
        if (Array.Exists(shapes, s => s.IsWellQuoted))
            shapes = Array.FindAll(shapes, s => s.IsWellQuoted);
        var several = shapes.Where(s => s.Count > 1).OrderByDescending(s => s.Coverage).ThenByDescending(s => s.TypedPart).ToArray();
        if (several.Length > 1 && several[0].Coverage <= several[1].Coverage && several[0].TypedPart <= several[1].TypedPart)
            throw new RecordingException($"{Named(several[0].Delimiter)} or {Named(several[1].Delimiter)} may separate its fields. Give CsvOptions.Delimiter.");
        return several.FirstOrDefault() ?? shapes[0];
    }

    /// <summary>Lines that are one column of texts, each of them several numbers.</summary>
    private static void RefuseJoined(CsvShape shape, CsvLayout layout)
    {
        var rows = shape.Records.Where(r => r.Offset >= layout.Offset).ToArray();
        var parts = rows.Select(r => r.Fields[0].Split([' ', '\t', ';', '|', ':'], StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (rows.Length > 0 && !rows[0].IsQuoted && parts[0].Length > 1 && Array.TrueForAll(parts, p => p.Length == parts[0].Length && Array.TrueForAll(p, f => CsvNumber.Of(f).Form != CsvNumberForm.None)))
            throw new RecordingException($"line {rows[0].Line} '{rows[0].Fields[0]}' holds {parts[0].Length} numbers, but what separates them cannot be told. Give CsvOptions.Delimiter.");
    }

    private static string Named(char delimiter) => delimiter switch { ',' => "a comma", ';' => "a semicolon", '\t' => "a tab", _ => "a bar" };
}
