using System.Buffers;

namespace LabTest.Recording.Tables;

/// <summary>The first records of a CSV file when a certain sign separates fields: how many each has, and from where on a column holds one kind of value.</summary>
internal sealed class CsvShape
{
    private const int MostLooked = 1000;

    private static readonly SearchValues<char> TimeSigns = SearchValues.Create("0123456789:/-.,+ TZAPMapm");

    private CsvShape(char delimiter, List<CsvRecord> records, bool isWellQuoted)
    {
        Delimiter = delimiter;
        IsWellQuoted = isWellQuoted;
        var comments = records.TakeWhile(r => r.IsComment).Count();
        Comment = comments > 0 ? records[comments - 1] : null;
        Records = records.Count == comments ? [] : records[comments..];
        Count = CountOf(Records);
        Start = Records.Count;
        while (Start > 0 && Fits(Start - 1))
            Start--;
        Typed = [.. Enumerable.Range(0, Count).Select(TypedFrom)];
    }

    private enum Kind
    {
        Missing,
        Number,
        Time,
        Flag,
        Text,
    }

    public char Delimiter { get; }

    /// <summary>Quotation marks stand only around fields.</summary>
    public bool IsWellQuoted { get; }

    /// <summary>The last of the comments before the first record.</summary>
    public CsvRecord? Comment { get; }

    /// <summary>The records behind the comments.</summary>
    public List<CsvRecord> Records { get; }

    /// <summary>How many fields most records have; an empty one at the end, behind a trailing delimiter, does not count.</summary>
    public int Count { get; }

    /// <summary>From which record on all have that many, up to the last.</summary>
    public int Start { get; }

    /// <summary>Of each column, from which record on it holds one kind of value other than texts.</summary>
    public int[] Typed { get; }

    /// <summary>The part of the records that have that many fields.</summary>
    public double Coverage => Records.Count == 0 ? 0 : (double)Enumerable.Range(0, Records.Count).Count(Fits) / Records.Count;

    /// <summary>The part of the fields that are not texts.</summary>
    public double TypedPart => Records.Count < 2 ? 0 : Records.Skip(1).SelectMany(r => r.Fields).Average(f => KindOf(f) == Kind.Text ? 0.0 : 1.0);

    public static CsvShape Of(string text, int offset, int line, char delimiter)
    {
        var (records, isWellQuoted) = CsvRecord.Read(text, offset, line, delimiter, MostLooked);
        return new(delimiter, records, isWellQuoted);
    }

    public bool Fits(int record)
    {
        var fields = Records[record].Fields;
        return fields.Length == Count || (fields.Length == Count + 1 && CsvNumber.IsMissing(fields[^1]));
    }

    /// <summary>Whether all columns with values below a record hold one kind of value each, other than texts.</summary>
    public bool IsTypedBelow(int record) => Enumerable.Range(0, Count).All(c => Typed[c] <= record + 1) && Enumerable.Range(0, Count).Any(c => HasValuesBelow(record, c));

    /// <summary>Whether a column holds numbers below a record.</summary>
    public bool HasNumbersBelow(int record, int column) =>
        Typed[column] <= record + 1 && Records.Skip(record + 1).FirstOrDefault(r => !r.IsMissing(column)) is { } first && first.IsNumber(column);

    public bool HasValuesBelow(int record, int column) => Records.Skip(record + 1).Any(r => !r.IsMissing(column));

    private static int CountOf(List<CsvRecord> records)
    {
        var (count, longest) = (0, 0);
        for (var i = 0; i < records.Count;)
        {
            var length = records[i].Fields.Length;
            var end = i;
            while (end < records.Count && records[end].Fields.Length == length)
                end++;
            if (end - i > longest || (end - i == longest && length > count))
                (count, longest) = (length, end - i);
            i = end;
        }

        var isTrailing = count > 1 && records.Exists(r => r.Fields.Length == count - 1) && records.TrueForAll(r => r.Fields.Length != count || CsvNumber.IsMissing(r.Fields[^1]));
        return isTrailing ? count - 1 : count;
    }

    private int TypedFrom(int column)
    {
        var kind = Kind.Missing;
        for (var i = Records.Count - 1; i >= 0; i--)
        {
            var found = column < Records[i].Fields.Length ? KindOf(Records[i].Fields[column]) : Kind.Missing;
            if (found == Kind.Text || (found != Kind.Missing && kind != Kind.Missing && found != kind))
                return i + 1;
            kind = found == Kind.Missing ? kind : found;
        }

        return 0;
    }

    private static Kind KindOf(string field) =>
        CsvNumber.IsMissing(field) ? Kind.Missing
        : CsvNumber.Of(field).Form != CsvNumberForm.None ? Kind.Number
        : bool.TryParse(field, out _) ? Kind.Flag
        : IsTime(field) ? Kind.Time
        : Kind.Text;

    // A date or a time of day in any order.
    private static bool IsTime(string field) =>
        char.IsAsciiDigit(field[0]) && field.Count(c => c is ':' or '/' or '-' or '.') >= 2 && !field.AsSpan().ContainsAnyExcept(TimeSigns);
}
