using System.Buffers;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LabTest.Recording.Tables;

/// <summary>A record of a CSV file, as it is looked at to find out how the file is written.</summary>
/// <param name="Offset">Where it begins in the text.</param>
/// <param name="Line">The number of its first line.</param>
/// <param name="Fields">Its fields, without white space around those that are not quoted.</param>
/// <param name="IsQuoted">It has a quotation mark.</param>
/// <param name="FollowsBlank">The line above it is blank.</param>
internal sealed record CsvRecord(int Offset, int Line, string[] Fields, bool IsQuoted, bool FollowsBlank)
{
    private static readonly SearchValues<char> CommentMarks = SearchValues.Create("#%!");

    /// <summary>A line such as <c># made by</c>, which is no row.</summary>
    public bool IsComment => !IsQuoted && Fields[0].Length > 0 && CommentMarks.Contains(Fields[0][0]);

    public bool IsNumber(int place) => place < Fields.Length && CsvNumber.Of(Fields[place]).Form != CsvNumberForm.None;

    public bool IsMissing(int place) => place >= Fields.Length || CsvNumber.IsMissing(Fields[place]);

    /// <summary>Whether it can be a heading: texts only, but for empty fields at its end.</summary>
    public bool IsTexts
    {
        get
        {
            var used = Fields.Length;
            while (used > 0 && IsMissing(used - 1))
                used--;
            return used > 0 && Enumerable.Range(0, used).All(i => !IsMissing(i) && !IsNumber(i));
        }
    }

    public static CsvConfiguration Configuration(char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        IgnoreBlankLines = false,
        MissingFieldFound = null,
        WhiteSpaceChars = delimiter == ' ' ? [] : [' '],
    };

    /// <summary>The first records, without blank ones, and whether all quotation marks stand where they should if this is the delimiter.</summary>
    public static (List<CsvRecord> Records, bool IsWellQuoted) Read(string text, int offset, int line, char delimiter, int most)
    {
        var isWellQuoted = true;
        var configuration = Configuration(delimiter);
        configuration.BadDataFound = _ => isWellQuoted = false;
        configuration.TrimOptions = TrimOptions.Trim;
        using var reader = new StringReader(offset == 0 ? text : text[offset..]);
        using var parser = new CsvParser(reader, configuration);
        List<CsvRecord> records = [];
        var (at, afterBlank) = (offset, false);
        while (records.Count < most)
        {
            var first = line + parser.RawRow;
            if (!parser.Read())
                break;
            var raw = parser.RawRecord;
            var isBlank = raw.AsSpan().Trim("\r\n\t ").IsEmpty;
            if (!isBlank)
                records.Add(new CsvRecord(at, first, parser.Record!, raw.Contains('"', StringComparison.Ordinal), afterBlank));
            afterBlank = isBlank;
            at += raw.Length;
        }

        return (records, isWellQuoted);
    }
}
