using DiffEngine;
using LabTest.Data;
using LabTest.Recording.Tables;

namespace LabTest.Recording.Golden;

/// <summary>A table that was found good once and is kept beside the source, in Verify's file convention.</summary>
internal sealed class GoldenTable
{
    private readonly string _verified;
    private readonly string _received;

    private GoldenTable(string path)
    {
        _verified = $"{path}.verified.csv";
        _received = $"{path}.received.csv";
    }

    public static GoldenTable For(string sourceFile, string member, string table)
    {
        var folder = Path.GetDirectoryName(sourceFile) ?? "";
        return new GoldenTable(Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{member}{(table.Length == 0 ? "" : $"#{table}")}"));
    }

    /// <summary>Holds a table against the golden one.</summary>
    /// <exception cref="RecordingException">The golden file cannot be read, or the received one not be written.</exception>
    public GoldenLimit Compare(Table measured, double relative, double absolute)
    {
        // When a row was taken differs from run to run.
        var table = measured.Select([.. measured.Columns.Where(c => c is not TimeColumn).Select(c => c.Name)]);
        var difference = Difference(table, relative, absolute);
        if (difference is null)
        {
            File.Delete(_received);
            return Limit(null);
        }

        try
        {
            table.WriteCsv(_received);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"'{_received}' cannot be written: {e.Message}. Golden tables live beside the source, which must be there when they are compared.", e);
        }

        if (File.Exists(_verified))
            DiffRunner.Launch(_received, _verified);
        return Limit($"{difference} What was measured is in '{_received}'; to accept it, rename it to '{Path.GetFileName(_verified)}'.");

        GoldenLimit Limit(string? told) => new(Path.GetFileName(_verified), relative, absolute, told);
    }

    private string? Difference(Table table, double relative, double absolute)
    {
        if (!File.Exists(_verified))
            return $"There is no golden table for '{table.Name}' yet.";
        var golden = TableCsv.Read(_verified, CsvOptions.Own);
        var names = table.Columns.Select(c => c.Name).ToArray();
        if (!golden.Columns.Select(c => c.Name).SequenceEqual(names))
            return $"'{table.Name}' has the columns {string.Join(", ", names)}; the golden table has {string.Join(", ", golden.Columns.Select(c => c.Name))}.";
        if (golden.RowCount != table.RowCount)
            return $"'{table.Name}' has {table.RowCount} rows; the golden table has {golden.RowCount}.";
        foreach (var column in table.Columns)
        {
            var wanted = golden[column.Name];
            if (!wanted.Unit.ConvertsTo(column.Unit))
                return $"'{column.Name}' is in {column.Unit.Describe()}; in the golden table it is in {wanted.Unit.Describe()}.";
            for (var row = 0; row < column.Length; row++)
            {
                if (!AreNear(column, wanted, row, relative, absolute))
                    return $"'{column.Name}' in row {row} is {Shown(column, row)}; the golden value is {Shown(wanted, row)} (relative tolerance {relative}).";
            }
        }

        return null;
    }

    private static bool AreNear(Column measured, Column golden, int row, double relative, double absolute)
    {
        if (!measured.IsNumeric || !golden.IsNumeric)
            return Equals(measured.Value(row)?.ToString(), golden.Value(row)?.ToString());
        // What is missing on purpose is missing in both. A number that is not a valid value is nothing that was found good.
        if (measured.IsNull(row) || golden.IsNull(row))
            return measured.IsNull(row) && golden.IsNull(row);
        var wanted = golden.Quantity(row).To(measured.Unit);
        var value = measured.Quantity(row);
        return !NoValue.Is(value) && !NoValue.Is(wanted) && !(Math.Abs(value.Value - wanted.Value) > Math.Max(absolute, relative * Math.Abs(wanted.Value)) + value.Rounding + wanted.Rounding);
    }

    private static string Shown(Column column, int row) => column.IsNumeric ? column.Quantity(row).ToString("G", null) : column.Value(row)?.ToString() ?? "missing";
}
