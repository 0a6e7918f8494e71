namespace LabTest.Recording.Tables;

/// <summary>
/// Finds the heading of a CSV file: the last line of texts above columns of numbers and times, below comments and what an instrument says of itself,
/// and perhaps above a line of units. A file in which other lines may be meant is refused.
/// </summary>
internal sealed class CsvHeadingSearch(CsvShape shape, CsvOptions options, int end)
{
    private const int FewestRows = 2;
    private const string Say = "Give CsvOptions.SkipLines, the number of lines before the heading (0 if it is in line 1)";

    private List<CsvRecord> Records => shape.Records;

    public CsvLayout Find()
    {
        if (options.SkipLines is not null)
            return Records.Count > 0 ? Layout(0, Trimmed(Records[0].Fields), IsUnitsRow(0)) : throw NoHeading();
        if (Records.Count == 0)
            return Commented(0) ?? throw NoHeading();
        var start = shape.Start;
        if (start == Records.Count)
            throw Ragged();
        var (heading, hasUnits) = Search(start);
        if (heading is not { } found)
            return start > 0 ? throw Ragged() : Commented(0) ?? throw NoHeading();

        var isSure = Names(found).Any(h => h.HasUnit) || shape.IsTypedBelow(hasUnits ? found + 1 : found)
            || (!Enumerable.Range(0, start).Any(shape.Fits) && Enumerable.Range(0, shape.Count).Any(c => shape.HasNumbersBelow(found, c)));
        return start == 0 || isSure ? Layout(found, Trimmed(Records[found].Fields), hasUnits) : throw Ragged();
    }

    /// <summary>The record of the heading, from one on behind which all have the same number of fields.</summary>
    private (int? Heading, bool HasUnits) Search(int start)
    {
        var first = Records[start];
        if (IsUnitsRow(start))
            return (start, true);
        if (first.IsTexts && (Names(start).Any(n => n.HasUnit) || Enumerable.Range(0, shape.Count).Any(c => shape.Typed[c] <= start + 1 && shape.HasValuesBelow(start, c))))
            return (start, false);

        // The last record that does not hold what those below it hold.
        var last = Math.Max(shape.Typed.DefaultIfEmpty(0).Max() - 1, start);
        var isFollowed = Records.Count - last - 1 >= FewestRows;
        if (last > start && Records[last].IsTexts && isFollowed)
        {
            if (IsUnitsRow(last - 1))
                return (last - 1, true);
            if (last == start + 1 && first.IsTexts && !Records[last].FollowsBlank && !Names(last).Any(n => n.HasUnit))
                throw new RecordingException($"lines {first.Line} and {Records[last].Line} both look like headings. {Say}, or CsvOptions.Missing if '{Records[last].Fields[0]}' stands for a missing value.");
            return (last, false);
        }

        if (Enumerable.Range(0, Math.Min(shape.Count, first.Fields.Length)).Any(first.IsNumber))
            return (null, false);
        if (Enumerable.Range(start + 1, Math.Max(0, Records.Count - FewestRows - start - 1)).FirstOrDefault(IsSuspicious, -1) is > 0 and var other)
            throw new RecordingException($"line {Records[other].Line} may be the heading: below it are numbers, above it are none. {Say}.");
        return (start, false);

        bool IsSuspicious(int record) => Records[record].IsTexts && Enumerable.Range(0, shape.Count).Any(c => shape.Typed[c] == record + 1 && shape.HasNumbersBelow(record, c));
    }

    /// <summary>Whether the record behind a heading holds units: it names one, and no column of numbers has a number there.</summary>
    private bool IsUnitsRow(int heading)
    {
        var row = heading + 1;
        if (options.UnitsRow is { } said)
            return said;
        if (row >= Records.Count - 1 || Names(heading).Any(n => n.HasUnit) || (Records[row].IsQuoted && !Records[heading].IsQuoted))
            return false;
        var columns = Enumerable.Range(0, shape.Count).ToArray();
        return columns.Any(c => shape.HasNumbersBelow(row, c) && UnitAt(c) is not null)
            && columns.All(c => !Records[row].IsNumber(c) || !shape.HasValuesBelow(row, c))
            && columns.All(c => shape.HasNumbersBelow(row, c) || Records[row].IsMissing(c) || UnitAt(c) is not null || !shape.HasValuesBelow(row, c));

        Unit? UnitAt(int column) => column < Records[row].Fields.Length ? CsvHeading.UnitOf(Records[row].Fields[column]) : null;
    }

    private IEnumerable<CsvHeading> Names(int record) => Records[record].Fields.Select(CsvHeading.Of);

    /// <summary>The heading in the last comment, as numpy.savetxt writes it.</summary>
    private CsvLayout? Commented(int first)
    {
        if (shape.Comment is not { } comment || (comment.Fields.Length != shape.Count && Records.Count > 0))
            return null;
        string[] headings = [.. comment.Fields];
        headings[0] = headings[0].TrimStart('#', '%', '!', ' ') is { Length: > 0 } name ? name : headings[0];
        return new()
        {
            Delimiter = shape.Delimiter, Headings = headings, HeadingLine = comment.Line,
            Offset = Records.Count > first ? Records[first].Offset : end, Line = Records.Count > first ? Records[first].Line : comment.Line + 1,
        };
    }

    private CsvLayout Layout(int heading, string[] headings, bool hasUnits)
    {
        var first = heading + (hasUnits ? 2 : 1);
        return new()
        {
            Delimiter = shape.Delimiter,
            Headings = headings,
            HeadingLine = Records[heading].Line,
            Units = hasUnits ? Records[heading + 1].Fields : null,
            Offset = first < Records.Count ? Records[first].Offset : end,
            Line = first < Records.Count ? Records[first].Line : Records[^1].Line + 1,
        };
    }

    /// <summary>Without an empty heading behind a trailing delimiter that the rows do not have, or that no row has a value for.</summary>
    private string[] Trimmed(string[] fields) =>
        fields.Length > 1 && fields[^1].Length == 0 && (fields.Length == shape.Count + 1 || !shape.HasValuesBelow(0, fields.Length - 1)) ? fields[..^1] : fields;

    private RecordingException NoHeading() => new(Records.Count == 0
        ? "it has no heading."
        : $"line {Records[0].Line} holds numbers where the heading should be. {Say}, or CsvOptions.Headings if the file has none.");

    private RecordingException Ragged()
    {
        var other = Enumerable.Range(1, Records.Count - 1).FirstOrDefault(i => Records[i].Fields.Length != Records[0].Fields.Length && (!shape.Fits(0) || !shape.Fits(i)), -1);
        if (other < 0)
            return NoHeading();
        return new RecordingException(CsvRows.OtherCount(Records[other].Line, Records[other].Fields.Length, Records[0].Line, Records[0].Fields.Length)
            + $" If the heading is in another line, give CsvOptions.SkipLines; if {(shape.Delimiter == '\t' ? "a tab" : $"'{shape.Delimiter}'")} does not separate fields, CsvOptions.Delimiter.");
    }
}
