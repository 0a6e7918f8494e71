using System.Globalization;
using System.Numerics;

namespace LabTest.Instruments.Scpi;

/// <summary>Numbers as instruments answer them: decimal, and hexadecimal, octal and binary behind <c>#H</c>, <c>#Q</c> and <c>#B</c> (IEEE 488.2, section 8.7).</summary>
internal static class NumericAnswer
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Takes the number that a text begins with.</summary>
    /// <param name="text">The text, without spaces before it.</param>
    /// <param name="number">The number; infinite where it is too large.</param>
    /// <param name="length">How many characters it takes.</param>
    public static bool TryTake(ReadOnlySpan<char> text, out double number, out int length)
    {
        if (text.Length > 2 && text[0] == '#' && RadixOf(text[1]) is > 0 and var radix)
            return TryTake(text, radix, out number, out length);
        length = DecimalLength(text);
        number = 0;
        return length > 0 && double.TryParse(text[..length], Decimal, CultureInfo.InvariantCulture, out number);
    }

    private static int RadixOf(char letter) => letter switch { 'H' or 'h' => 16, 'Q' or 'q' => 8, 'B' or 'b' => 2, _ => 0 };

    private static bool TryTake(ReadOnlySpan<char> text, int radix, out double number, out int length)
    {
        var whole = BigInteger.Zero;
        length = 2;
        while (length < text.Length && length < 100 && char.IsAsciiHexDigit(text[length]) && Convert.ToInt32(text[length].ToString(), 16) is var digit && digit < radix)
        {
            whole = whole * radix + digit;
            length++;
        }

        number = (double)whole;
        return length > 2;
    }

    // 1e3 V has an exponent; 3eV are electronvolts.
    private static int DecimalLength(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var first = at;
        at += Digits(text[at..]);
        var digits = at - first;
        if (at < text.Length && text[at] == '.')
        {
            var fraction = Digits(text[(at + 1)..]);
            digits += fraction;
            at += 1 + fraction;
        }

        if (digits == 0)
            return 0;
        if (at >= text.Length || text[at] is not ('e' or 'E'))
            return at;
        var exponent = at + 1;
        if (exponent < text.Length && text[exponent] is '+' or '-')
            exponent++;
        return Digits(text[exponent..]) is > 0 and var more ? exponent + more : at;
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
}
