using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>
/// Tables as CSV (RFC 4180, UTF-8): a heading <c>name [unit]</c> a column, numbers and times round-trip, flags as <c>true</c> and <c>false</c>, a missing
/// value as an empty field. An empty text cannot be told from a missing one and is read as missing.
/// </summary>
public static class TableCsv
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        IgnoreBlankLines = false,
        MissingFieldFound = null,
    };

    /// <summary>Writes a table to a file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteCsv(this Table table, string file)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var writer = new StreamWriter(file);
        table.WriteCsv(writer);
    }

    /// <summary>Writes a table.</summary>
    public static void WriteCsv(this Table table, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var csv = new CsvWriter(writer, Format, leaveOpen: true);
        foreach (var column in table.Columns)
            csv.WriteField(Heading(column));
        csv.NextRecord();
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (var column in table.Columns)
            {
                var field = CsvField.Write(column, row);
                csv.WriteField(field, field is null && table.Columns.Count == 1 || CsvField.Quotes(field));
            }

            csv.NextRecord();
        }
    }

    /// <summary>The table as a text.</summary>
    public static string ToCsv(this Table table)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        table.WriteCsv(writer);
        return writer.ToString();
    }

    /// <summary>Reads a table from a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="texts">Columns that are kept as texts though they look like numbers, such as serial numbers with leading zeros.</param>
    /// <exception cref="RecordingException">The file cannot be read, or is no table; the message names file and line.</exception>
    public static Table Read(string file, params IReadOnlyCollection<string> texts)
    {
        try
        {
            using var reader = new StreamReader(file);
            return Read(reader, texts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RecordingException)
        {
            throw new RecordingException($"'{file}' cannot be read as a table: {e.Message}", e);
        }
    }

    /// <summary>
    /// Reads a table. A column of which every value is an integer, a number, a time as <see cref="Instant"/> writes it, or <c>true</c> or <c>false</c> becomes a
    /// column of that; all others are texts. A heading that ends in a unit in brackets gives its unit.
    /// </summary>
    /// <param name="reader">What it reads from.</param>
    /// <param name="texts">Columns that are kept as texts though they look like numbers.</param>
    /// <exception cref="RecordingException">What is there is no table; the message names the line.</exception>
    public static Table Read(TextReader reader, params IReadOnlyCollection<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        using var csv = new CsvReader(reader, Format, leaveOpen: true);
        try
        {
            return Read(csv, texts);
        }
        catch (Exception e) when (e is CsvHelperException or ArgumentException)
        {
            throw new RecordingException($"line {Math.Max(1, csv.Parser.RawRow)} is no row of a table: {e.Message.Split('\n')[0]}", e);
        }
    }

    private static Table Read(CsvReader csv, IReadOnlyCollection<string> texts)
    {
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } headings || headings is [""])
            return new Table();
        var fields = headings.Select(_ => new List<string?>()).ToArray();
        while (csv.Read())
        {
            // A blank line ends many files; in a table of one column it is a missing value, which is written as "".
            if (csv.Parser.Count == 1 && csv.Parser.RawRecord.AsSpan().Trim("\r\n").IsEmpty)
                continue;
            if (csv.Parser.Count != headings.Length)
                throw new ArgumentException($"it has {csv.Parser.Count} fields, the heading has {headings.Length}");
            for (var i = 0; i < headings.Length; i++)
                fields[i].Add(csv.GetField(i) is { Length: > 0 } field ? field : null);
        }

        return new Table([.. headings.Select((heading, i) => Column(heading, i, fields[i], texts))]);
    }

    // A name that ends in brackets itself gets empty ones behind it, so that it is not taken for a unit.
    private static string Heading(Column column) => (column.Unit.IsOne || column is TimeColumn) && !column.Name.EndsWith(']')
        ? column.Name
        : $"{column.Name} [{(column is TimeColumn ? "" : column.Unit.Symbol)}]";

    private static Column Column(string heading, int place, List<string?> fields, IReadOnlyCollection<string> texts)
    {
        var open = heading.EndsWith(']') ? heading.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        var name = heading.Length == 0 ? $"column {place + 1}" : heading;
        var unit = Unit.One;
        if (open > 0 && Unit.TryParse(heading[(open + 2)..^1], out var given))
            (name, unit) = (heading[..open], given);
        return texts.Contains(name) ? Columns.Of(name, fields) : CsvField.Read(name, unit, fields);
    }
}
