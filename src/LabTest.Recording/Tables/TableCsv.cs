using System.Globalization;
using CsvHelper;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>
/// Tables as CSV (RFC 4180, UTF-8): a heading <c>name [unit]</c> a column, numbers and times round-trip, flags as <c>true</c> and <c>false</c>, a missing
/// value as an empty field. An empty text cannot be told from a missing one and is read as missing.
/// </summary>
/// <remarks>
/// Files of others are read as well: their delimiter, decimal sign, encoding, preamble, and units in a second line or in parentheses are recognised. A file
/// that could mean two things is refused; <see cref="CsvOptions"/> then says which.
/// </remarks>
public static class TableCsv
{
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
        using var csv = new CsvWriter(writer, CsvRecord.Configuration(','), leaveOpen: true);
        foreach (var heading in Headings(table))
            csv.WriteField(heading, CsvField.Quotes(heading));
        csv.NextRecord();
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (var column in table.Columns)
            {
                var field = CsvField.Write(column, row);

                // A text in the first row is quoted where it could be taken for the unit of its column.
                var isLikeUnit = row == 0 && column is TextColumn && field is not null && CsvHeading.UnitOf(field) is not null;
                csv.WriteField(field, (field is null && table.Columns.Count == 1) || isLikeUnit || CsvField.Quotes(field));
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
    /// <exception cref="RecordingException">The file cannot be read, or is not a table, or could be one or another; the message names file and line.</exception>
    public static Table Read(string file, params IReadOnlyCollection<string> texts) => Read(file, new CsvOptions { Texts = texts });

    /// <summary>Reads a table from a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How it is to be read.</param>
    /// <exception cref="RecordingException">The file cannot be read, or is not a table, or could be one or another; the message names file and line.</exception>
    public static Table Read(string file, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var read = CsvText.Read(file, options.Encoding);
            return new Table(Read(read.Text, options, read.IsGuessed).Columns) { File = file };
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or RecordingException)
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
    /// <exception cref="RecordingException">What is there is not a table, or could be one or another; the message names the line.</exception>
    public static Table Read(TextReader reader, params IReadOnlyCollection<string> texts) => Read(reader, new CsvOptions { Texts = texts });

    /// <summary>Reads a table.</summary>
    /// <param name="reader">What it reads from.</param>
    /// <param name="options">How it is to be read.</param>
    /// <exception cref="RecordingException">What is there is not a table, or could be one or another; the message names the line.</exception>
    public static Table Read(TextReader reader, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        return Read(reader.ReadToEnd(), options, isGuessed: false);
    }

    private static Table Read(string text, CsvOptions options, bool isGuessed) =>
        CsvLayout.Of(text, options) is { } layout ? new CsvRows(layout, options, isGuessed).Read(text) : new Table();

    /// <summary>In a table of texts only, some of them numbers, the first heading gets brackets: nobody then looks for a heading farther down.</summary>
    private static IEnumerable<string> Headings(Table table)
    {
        var isDoubtful = table.Columns.All(c => c is TextColumn)
            && table.Columns.Any(c => Enumerable.Range(0, c.Length).Any(row => CsvNumber.Of(CsvField.Write(c, row)).Form != CsvNumberForm.None));
        return table.Columns.Select(CsvHeading.Write).Select((h, i) => i == 0 && isDoubtful && !h.EndsWith(']') ? $"{h} []" : h);
    }
}
