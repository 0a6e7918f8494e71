using System.Globalization;

namespace LabTest.Instruments.Yaml;

/// <summary>A scalar, resolved by the core schema of YAML 1.2 (section 10.3): <c>on</c> and <c>yes</c> are text, <c>1e8</c> is a number.</summary>
internal sealed class YamlScalar(YamlMark mark, string text, bool isPlain) : YamlNode(mark)
{
    /// <summary>The text, as it stands in the file or between its quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stands without quotes, and so may be a number, a flag or null.</summary>
    public bool IsPlain { get; } = isPlain;

    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public bool? AsFlag => !IsPlain ? null : Text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    public double? AsNumber
    {
        get
        {
            if (!IsPlain)
                return null;
            switch (Text)
            {
                case ".inf" or "+.inf" or ".Inf" or ".INF":
                    return double.PositiveInfinity;
                case "-.inf" or "-.Inf" or "-.INF":
                    return double.NegativeInfinity;
                case ".nan" or ".NaN" or ".NAN":
                    return double.NaN;
            }

            if (Text.StartsWith("0x", StringComparison.Ordinal))
                return long.TryParse(Text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
            if (Text.StartsWith("0o", StringComparison.Ordinal))
                return Octal(Text.AsSpan(2));
            const NumberStyles core = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            return Text.Length > 0 && (char.IsAsciiDigit(Text[^1]) || Text[^1] == '.')
                && double.TryParse(Text, core, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : null;
        }
    }

    private static double? Octal(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits.Length > 20 || digits.IndexOfAnyExceptInRange('0', '7') >= 0)
            return null;
        var number = 0.0;
        foreach (var digit in digits)
            number = number * 8 + digit - '0';
        return number;
    }

    public override string Describe() => IsNull ? "nothing" : $"'{Text}'";
}
