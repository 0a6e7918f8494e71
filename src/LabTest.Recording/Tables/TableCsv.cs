using System.Globalization;
using CsvHelper;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>Tables as CSV (RFC 4180): a heading <c>name [unit]</c> a column, numbers round-trip, a missing value as an empty field.</summary>
public static class TableCsv
{
    /// <summary>Writes a table to a file.</summary>
    public static void WriteCsv(this Table table, string file)
    {
        using var writer = new StreamWriter(file);
        table.WriteCsv(writer);
    }

    /// <summary>Writes a table.</summary>
    public static void WriteCsv(this Table table, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var column in table.Columns)
            csv.WriteField(column.Unit.IsOne || column is TimeColumn ? column.Name : $"{column.Name} [{column.Unit}]");
        csv.NextRecord();
        for (var row = 0; row < table.RowCount; row++)
        {
            foreach (var column in table.Columns)
                csv.WriteField(Field(column, row));
            csv.NextRecord();
        }
    }

    /// <summary>Reads a table from a file.</summary>
    /// <exception cref="RecordingException">The file cannot be read.</exception>
    public static Table Read(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvHelperException or ArgumentException)
        {
            throw new RecordingException($"'{file}' cannot be read as a table: {e.Message}", e);
        }
    }

    /// <summary>Reads a table: columns of which every value is a number are numeric, all others are texts.</summary>
    public static Table Read(TextReader reader)
    {
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture, leaveOpen: true);
        if (!csv.Read())
            return new Table();
        csv.ReadHeader();
        var headings = csv.HeaderRecord ?? [];
        var fields = headings.Select(_ => new List<string?>()).ToArray();
        while (csv.Read())
        {
            for (var i = 0; i < headings.Length; i++)
                fields[i].Add(csv.TryGetField<string>(i, out var field) && !string.IsNullOrEmpty(field) ? field : null);
        }

        return new Table([.. headings.Select((h, i) => ColumnOf(h, fields[i]))]);
    }

    private static string? Field(Column column, int row) => column.Value(row) switch
    {
        null => null,
        Instant time => time.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    private static Column ColumnOf(string heading, List<string?> fields)
    {
        var open = heading.EndsWith(']') ? heading.LastIndexOf(" [", StringComparison.Ordinal) : -1;
        var unit = Unit.One;
        var name = heading;
        if (open > 0 && Unit.TryParse(heading[(open + 2)..^1], out var given))
            (name, unit) = (heading[..open], given);
        var numbers = new double?[fields.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (fields[i] is not { } field)
                continue;
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return Columns.Of(name, fields);
            numbers[i] = number;
        }

        return Columns.Of(name, numbers, unit);
    }
}
