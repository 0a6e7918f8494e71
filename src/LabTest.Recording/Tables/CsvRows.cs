using CsvHelper;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>The rows of a CSV file whose layout is known, as columns: one decimal sign for the whole file, and no number that could be another.</summary>
internal sealed class CsvRows(CsvLayout layout, CsvOptions options, bool isGuessed)
{
    private readonly List<string?>[] _fields = [.. layout.Headings.Select(_ => new List<string?>())];
    private readonly List<int> _lines = [];

    public Table Read(string text)
    {
        ReadFields(text);
        var headings = layout.Headings.Select(Heading).ToArray();
        if (headings.GroupBy(h => h.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new RecordingException($"line {layout.HeadingLine}: two columns are called '{twice.Key}'. Please rename one, or give CsvOptions.Headings and SkipLines.");

        var numeric = headings.Select((h, i) => IsNumeric(h, i)).ToArray();
        var decimalSign = DecimalSign(headings, numeric);
        return new Table([.. headings.Select((h, i) => Column(h, _fields[i], numeric[i], decimalSign))]);
    }

    public static string OtherCount(int line, int count, int headingLine, int headings) =>
        $"line {line} has {Fields(count)}, the heading{(headingLine > 0 ? $" in line {headingLine}" : "")} has {Fields(headings)}.";

    private static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";

    private void ReadFields(string text)
    {
        using var reader = new StringReader(text[layout.Offset..]);
        using var parser = new CsvParser(reader, CsvRecord.Configuration(layout.Delimiter));
        var count = _fields.Length;
        while (true)
        {
            var line = layout.Line + parser.RawRow;
            try
            {
                if (!parser.Read())
                    break;

                // A blank line ends many files; in a table of one column it is a missing value, which is written as "".
                if (parser.Count == 1 && parser.RawRecord.AsSpan().Trim("\r\n").IsEmpty)
                    continue;
                if (parser.Count != count && !(parser.Count == count + 1 && CsvNumber.IsMissing(parser[count])))
                    throw new RecordingException(OtherCount(line, parser.Count, layout.HeadingLine, count));
                for (var i = 0; i < count; i++)
                    _fields[i].Add(parser[i] is { Length: > 0 } field && !options.Missing.Contains(field.Trim(), StringComparer.OrdinalIgnoreCase) ? field : null);
                _lines.Add(line);
            }
            catch (CsvHelperException e)
            {
                throw new RecordingException($"line {line}: a quotation mark stands inside a field or is not closed. Fields with one are quoted, and it is doubled.", e);
            }
        }

        // What stands above an empty column is its only value: Rigol's Start and Increment.
        for (var i = 0; i < count && layout.Units is { } units && _lines.Count > 0; i++)
        {
            if (i < units.Length && CsvNumber.Of(units[i]).Form != CsvNumberForm.None && _fields[i].TrueForAll(f => f is null))
                _fields[i][0] = units[i];
        }
    }

    private CsvHeading Heading(string heading, int place)
    {
        if (heading.Contains('\uFFFD', StringComparison.Ordinal) || (isGuessed && CsvHeading.Unknown(heading) is { } symbol && !System.Text.Ascii.IsValid(symbol)))
            throw new RecordingException($"line {layout.HeadingLine}: the unit of '{heading}' cannot be read; the file is in another encoding. Give CsvOptions.Encoding.");
        var read = CsvHeading.Of(heading, place);
        return !read.HasUnit && layout.Units is { } units && place < units.Length && CsvHeading.UnitOf(units[place]) is { } unit ? read with { Unit = unit } : read;
    }

    /// <summary>Whether every field looks like a number. A column that has a unit must.</summary>
    private bool IsNumeric(CsvHeading heading, int place)
    {
        var fields = _fields[place];
        if (options.Texts.Contains(heading.Name))
            return false;
        if (options == CsvOptions.Own)
            return fields.TrueForAll(f => f is null || CsvNumber.TryParse(f, out _));
        var other = fields.FindIndex(f => !CsvNumber.IsMissing(f) && CsvNumber.Of(f).Form == CsvNumberForm.None);
        if (other >= 0 && !heading.Unit.IsOne)
        {
            throw new RecordingException($"line {_lines[other]}: '{Shown(fields[other])}' in column '{heading.Name}' [{heading.Unit}] is not a number. "
                + "If it stands for a missing value, give CsvOptions.Missing; if the column holds texts, CsvOptions.Texts.");
        }

        return other < 0 && (fields.TrueForAll(f => f is null) || fields.Exists(f => !CsvNumber.IsMissing(f)));
    }

    private char DecimalSign(CsvHeading[] headings, bool[] numeric)
    {
        var seen = new Dictionary<char, (int Row, int Column)>();
        var open = new Dictionary<char, (int Row, int Column)>();
        for (var column = 0; column < numeric.Length; column++)
        {
            for (var row = 0; numeric[column] && row < _lines.Count; row++)
            {
                if (CsvNumber.IsMissing(_fields[column][row]))
                    continue;
                var number = CsvNumber.Of(_fields[column][row]);
                if (number.DecimalSign != '\0')
                    (number.Form == CsvNumberForm.Ambiguous ? open : seen).TryAdd(number.DecimalSign, (row, column));
            }
        }

        if (options.DecimalSign is { } given)
            return given;
        if (seen.Count > 1)
            throw new RecordingException($"{At(seen['.'])} has a decimal point, {At(seen[','])} a decimal comma. {Say()}");
        if (seen.Count == 1)
            return seen.Keys.Single();

        // Where a comma separates fields, a point is the decimal sign.
        if (open.Count == 0 || (layout.Delimiter == ',' && !open.ContainsKey(',')))
            return '.';
        var (row2, column2) = open.Values.First();
        var text = _fields[column2][row2]!;
        throw new RecordingException($"{At((row2, column2))} may be {text.Replace(',', '.')} or {text.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)}. {Say()}");

        string At((int Row, int Column) place) => $"line {_lines[place.Row]}: '{Shown(_fields[place.Column][place.Row])}' in column '{headings[place.Column].Name}'";

        static string Say() => "Give CsvOptions.DecimalSign, or CsvOptions.Texts if the column holds texts.";
    }

    private Column Column(CsvHeading heading, List<string?> fields, bool isNumeric, char decimalSign)
    {
        if (options.Texts.Contains(heading.Name))
            return Columns.Of(heading.Name, fields);
        if (!isNumeric)
            return CsvField.Read(heading.Name, heading.Unit, fields);

        var values = new string?[fields.Count];
        for (var row = 0; row < values.Length; row++)
        {
            if (CsvNumber.IsMissing(fields[row]))
                continue;
            var number = CsvNumber.Of(fields[row]);
            var hasGroups = number.Form == CsvNumberForm.Grouped || (number.Form == CsvNumberForm.Ambiguous && number.DecimalSign != decimalSign);
            var group = number.Form == CsvNumberForm.Grouped ? number.Group : number.DecimalSign;
            if (hasGroups && group != options.Thousands)
                throw Refused(row, $"is written with '{group}' between thousands. Give CsvOptions.Thousands");
            if (number.DecimalSign != '\0' && number.DecimalSign != decimalSign && !(hasGroups && number.Form == CsvNumberForm.Ambiguous))
                throw Refused(row, $"is not a number with the decimal sign '{decimalSign}'. Give CsvOptions.DecimalSign");
            values[row] = CsvNumber.Plain(fields[row]!.Trim(), decimalSign, hasGroups ? group : null);
        }

        return CsvField.Read(heading.Name, heading.Unit, values);

        RecordingException Refused(int row, string why) =>
            new($"line {_lines[row]}: '{Shown(fields[row])}' in column '{heading.Name}' {why}, or CsvOptions.Texts if the column holds texts.");
    }

    private static string Shown(string? field) => field is { Length: > 40 } ? field[..40] + "…" : field ?? "";
}
