using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using LabTest.Units;

namespace LabTest;

/// <summary>
/// The kind of thing a unit measures: exponents of the base quantities of the SI (SI Brochure, 9th edition, section 2.3.3), and of
/// counted things (samples, counts, electrons, photons, pixels, bits, angles), which LabTest keeps apart from bare numbers.
/// Exponents may be halves, since noise densities are given per √Hz.
/// </summary>
public readonly struct Dimension : IEquatable<Dimension>
{
    private static readonly string[] Symbols = ["m", "kg", "s", "A", "K", "mol", "cd", "rad", "Sa", "count", "e-", "photon", "px", "bit"];

    // One signed byte a base quantity, in halves.
    private readonly Vector128<sbyte> _halves;

    private Dimension(Vector128<sbyte> halves) => _halves = halves;

    /// <summary>The dimension of a bare number.</summary>
    public static Dimension None => default;

    /// <summary>Whether this is the dimension of a bare number.</summary>
    public bool IsNone => _halves == Vector128<sbyte>.Zero;

    /// <summary>The dimension of a product.</summary>
    /// <exception cref="OverflowException">An exponent would not fit: none is above 63 or below −64.</exception>
    public static Dimension operator *(Dimension left, Dimension right) =>
        Exactly(left._halves + right._halves, Vector128.AddSaturate(left._halves, right._halves));

    /// <summary>The dimension of a ratio.</summary>
    /// <exception cref="OverflowException">An exponent would not fit: none is above 63 or below −64.</exception>
    public static Dimension operator /(Dimension left, Dimension right) =>
        Exactly(left._halves - right._halves, Vector128.SubtractSaturate(left._halves, right._halves));

    /// <summary>Whether both are the same dimension.</summary>
    public static bool operator ==(Dimension left, Dimension right) => left._halves == right._halves;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Dimension left, Dimension right) => left._halves != right._halves;

    /// <summary>The dimension of a power.</summary>
    /// <param name="exponent">A whole number or a half.</param>
    /// <exception cref="ArgumentOutOfRangeException">An exponent would be neither a whole number nor a half, or not fit.</exception>
    public Dimension Power(double exponent)
    {
        var result = Vector128<sbyte>.Zero;
        for (var i = 0; i < Symbols.Length; i++)
        {
            var halves = _halves[i] * exponent;
            if (halves != Math.Round(halves) || Math.Abs(halves) > sbyte.MaxValue)
                throw new ArgumentOutOfRangeException(nameof(exponent), exponent, $"{this} cannot be raised to the power {exponent}: exponents are whole or half, and at most {sbyte.MaxValue / 2}.");
            result = result.WithElement(i, (sbyte)halves);
        }

        return new Dimension(result);
    }

    /// <inheritdoc/>
    public bool Equals(Dimension other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Dimension other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _halves.GetHashCode();

    /// <summary>The dimension in base units, such as <c>m²·kg·s⁻³·A⁻¹</c>; <c>1</c> for a bare number.</summary>
    public override string ToString()
    {
        if (IsNone)
            return "1";

        var text = new StringBuilder();
        for (var i = 0; i < Symbols.Length; i++)
        {
            if (_halves[i] == 0)
                continue;
            if (text.Length > 0)
                text.Append('·');
            text.Append(Symbols[i]).Append(Exponent(_halves[i]));
        }

        return text.ToString();
    }

    internal static Dimension Of(BaseQuantity quantity) => new(Vector128<sbyte>.Zero.WithElement((int)quantity, (sbyte)2));

    private static Dimension Exactly(Vector128<sbyte> wrapped, Vector128<sbyte> saturated) =>
        wrapped == saturated ? new(wrapped) : throw new OverflowException("The exponents of a dimension reach from -64 to 63.");

    private static string Exponent(int halves) => halves switch
    {
        2 => "",
        _ when halves % 2 != 0 => "^" + (halves / 2.0).ToString(CultureInfo.InvariantCulture),
        _ => string.Concat((halves / 2).ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'])),
    };
}
