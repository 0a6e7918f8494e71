using System.Globalization;

namespace LabTest.Recording.Tables;

/// <summary>A field that looks like a number: its form, the decimal sign that it shows, and what separates its groups.</summary>
internal readonly record struct CsvNumber(CsvNumberForm Form, char DecimalSign = '\0', char Group = '\0')
{
    private const string Separators = ".,'\u2019 \u00A0\u202F\u2009";
    private const int GroupDigits = 3;

    public static bool IsMissing(string? field) => string.IsNullOrWhiteSpace(field);

    public static CsvNumber Of(ReadOnlySpan<char> field)
    {
        field = field.Trim();
        if (field.Length > 0 && field[0] is '+' or '-')
            field = field[1..];
        if (IsWord(field))
            return new(CsvNumberForm.Whole);

        var mantissa = field.IndexOfAny('e', 'E') is >= 0 and var exponent ? field[..exponent] : field;
        if (mantissa.Length < field.Length && !IsExponent(field[(mantissa.Length + 1)..]))
            return default;
        var (first, last, count, digits) = (-1, -1, 0, 0);
        for (var i = 0; i < mantissa.Length; i++)
        {
            if (char.IsAsciiDigit(mantissa[i]))
            {
                digits++;
                continue;
            }

            if (!Separators.Contains(mantissa[i], StringComparison.Ordinal))
                return default;
            first = first < 0 ? i : first;
            last = i;
            count++;
        }

        if (digits == 0)
            return default;
        if (count == 0)
            return new(CsvNumberForm.Whole);
        var sign = mantissa[last];
        if (count == 1 && sign is '.' or ',')
        {
            var mayGroup = mantissa.Length == field.Length && mantissa.Length - last - 1 == GroupDigits && last is > 0 and <= GroupDigits && mantissa[0] != '0';
            return new(mayGroup ? CsvNumberForm.Ambiguous : CsvNumberForm.Decimal, sign);
        }

        return Groups(mantissa, mantissa[first], last);
    }

    /// <summary>The field as invariant text: without groups, with a point.</summary>
    public static string Plain(string field, char decimalSign, char? thousands)
    {
        if (thousands is { } group && field.Contains(group, StringComparison.Ordinal))
            field = field.Replace(group.ToString(), "", StringComparison.Ordinal);
        return decimalSign == '.' ? field : field.Replace(decimalSign, '.');
    }

    public static bool TryParse(string field, out double value)
    {
        var text = field.AsSpan().Trim();
        var digits = text.TrimStart("+-");

        // Python writes inf, LabVIEW Inf.
        if (digits.Equals("inf", StringComparison.OrdinalIgnoreCase))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return text.Length - digits.Length < 2;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static CsvNumber Groups(ReadOnlySpan<char> mantissa, char group, int last)
    {
        var sign = mantissa[last];
        var whole = sign == group ? mantissa : mantissa[..last];
        if (sign != group && sign is not ('.' or ','))
            return default;
        var at = whole.IndexOf(group);
        if (at is < 1 or > GroupDigits)
            return default;
        for (var rest = whole[at..]; rest.Length > 0; rest = rest[(GroupDigits + 1)..])
        {
            if (rest.Length <= GroupDigits || rest[0] != group || rest[1..(GroupDigits + 1)].ContainsAnyExceptInRange('0', '9'))
                return default;
        }

        // What separates several groups is not the decimal sign.
        return new(CsvNumberForm.Grouped, sign != group ? sign : group switch { '.' => ',', ',' => '.', _ => '\0' }, group);
    }

    private static bool IsWord(ReadOnlySpan<char> text) =>
        text.Equals("nan", StringComparison.OrdinalIgnoreCase) || text.Equals("inf", StringComparison.OrdinalIgnoreCase)
        || text.Equals("infinity", StringComparison.OrdinalIgnoreCase) || text is "∞";

    private static bool IsExponent(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] is '+' or '-')
            text = text[1..];
        return text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
    }
}
