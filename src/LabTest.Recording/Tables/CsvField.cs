using System.Buffers;
using System.Globalization;
using LabTest.Data;

namespace LabTest.Recording.Tables;

/// <summary>The fields of a column in a CSV file.</summary>
internal static class CsvField
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;|\t\r\n");

    public static string? Write(Column column, int row) => column.Value(row) switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    /// <summary>Whether a field is quoted: also where a reader could take a part of it for a delimiter, or all of it for a comment.</summary>
    public static bool Quotes(string? field) =>
        field is { Length: > 0 } && (field.AsSpan().ContainsAny(Quoted) || char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1]) || field[0] is '#' or '%' or '!');

    /// <summary>The column of the narrowest type that takes every field that is not missing.</summary>
    public static Column Read(string name, Unit unit, IReadOnlyList<string?> fields)
    {
        if (All<long>(fields, TryInteger) is { } integers)
            return Columns.Of(name, integers, unit);
        if (All<ulong>(fields, TryUnsigned) is { } large)
            return Columns.Of(name, large, unit);
        if (All<double>(fields, CsvNumber.TryParse) is { } numbers)
            return Columns.Of(name, numbers, unit);
        if (All<Instant>(fields, TryTime) is { } times)
            return Columns.Of(name, times);
        if (All<bool>(fields, bool.TryParse) is { } flags)
            return Columns.Of(name, flags);
        return Columns.Of(name, fields);
    }

    private delegate bool Parser<T>(string field, out T value);

    /// <summary>All fields, or nothing if one of them cannot be read so, or if none is there.</summary>
    private static T?[]? All<T>(IReadOnlyList<string?> fields, Parser<T> parse)
        where T : struct
    {
        var values = new T?[fields.Count];
        var isEmpty = true;
        for (var i = 0; i < values.Length; i++)
        {
            if (fields[i] is not { } field)
                continue;
            if (!parse(field, out var value))
                return null;
            values[i] = value;
            isEmpty = false;
        }

        return isEmpty && typeof(T) != typeof(double) ? null : values;
    }

    // No integer is -0, but a measured number may be.
    private static bool TryInteger(string field, out long value) =>
        long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && !(value == 0 && field[0] == '-');

    private static bool TryUnsigned(string field, out ulong value) => ulong.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool TryTime(string field, out Instant value)
    {
        value = default;
        return field.EndsWith('Z') && Instant.TryParse(field, out value);
    }
}
