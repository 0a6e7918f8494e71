using System.Globalization;
using System.Numerics;

namespace LabTest.Arrow;

/// <summary>Decimal numbers as Arrow stores them: two's complement, least significant byte first, times a power of ten.</summary>
internal static class DecimalNumbers
{
    /// <summary>The number, as .NET has it.</summary>
    /// <exception cref="OverflowException">The number does not fit a <see cref="decimal"/>.</exception>
    public static decimal ToDecimal(ReadOnlySpan<byte> bytes, int scale)
    {
        var unscaled = new BigInteger(bytes);
        if (scale < 0)
            return (decimal)(unscaled * BigInteger.Pow(10, -scale));

        // A decimal holds 96 bits and up to 28 decimals; decimals that are zeros can go.
        var negative = unscaled.Sign < 0;
        var magnitude = BigInteger.Abs(unscaled);
        for (; !Fits(magnitude, scale) && scale > 0 && magnitude % 10 == 0; scale--)
            magnitude /= 10;
        if (!Fits(magnitude, scale))
            throw new OverflowException($"A number of {magnitude.GetBitLength()} bits and {scale} decimals does not fit System.Decimal; take it as text.");
        return new decimal(
            (int)(uint)(magnitude & uint.MaxValue),
            (int)(uint)((magnitude >> 32) & uint.MaxValue),
            (int)(uint)(magnitude >> 64),
            negative,
            (byte)scale);
    }

    public static string ToText(ReadOnlySpan<byte> bytes, int scale)
    {
        var unscaled = new BigInteger(bytes);
        if (scale <= 0)
            return (unscaled * BigInteger.Pow(10, -scale)).ToString(CultureInfo.InvariantCulture);

        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return $"{(unscaled.Sign < 0 ? "-" : string.Empty)}{digits[..^scale]}.{digits[^scale..]}";
    }

    /// <summary>Stores a number.</summary>
    /// <exception cref="OverflowException">The number has more digits than <paramref name="precision"/>, or more decimals than <paramref name="scale"/>.</exception>
    public static void Write(decimal value, int precision, int scale, Span<byte> destination)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var unscaled = (new BigInteger((uint)parts[2]) << 64) + (new BigInteger((uint)parts[1]) << 32) + (uint)parts[0];
        var shift = scale - value.Scale;
        var remainder = BigInteger.Zero;
        unscaled = shift >= 0
            ? unscaled * BigInteger.Pow(10, shift)
            : BigInteger.DivRem(unscaled, BigInteger.Pow(10, -shift), out remainder);
        if (!remainder.IsZero || unscaled >= BigInteger.Pow(10, precision))
            throw new OverflowException($"{value} does not fit {precision} digits of which {scale} are decimals.");

        if (decimal.IsNegative(value))
            unscaled = -unscaled;
        destination.Fill(unscaled.Sign < 0 ? (byte)0xFF : (byte)0);
        unscaled.TryWriteBytes(destination, out _);
    }

    private static bool Fits(BigInteger magnitude, int scale) => scale <= 28 && magnitude.GetBitLength() <= 96;
}
