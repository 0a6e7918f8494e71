namespace LabTest;

/// <summary>
/// The numbers by which instruments say that there is no valid value: 9.9E37 for infinity, -9.9E37 for minus infinity, 9.91E37 for "not a number"
/// (SCPI-99, volume 1, section 7.2.1.4), and their kin such as 9.99999999E37, which is what a display of nines becomes.
/// </summary>
internal static class NoValue
{
    /// <summary>Infinity, as SCPI writes it.</summary>
    public const double Infinity = 9.9e37;

    /// <summary>"Not a number", as SCPI writes it.</summary>
    public const double NotANumber = 9.91e37;

    // Nothing that is measured is that large; single precision and seven digits round SCPI's numbers by less than this.
    private const double Smallest = Infinity * (1 - 1e-6);

    /// <summary>Whether a number, as it was sent or computed and before any conversion, means that there is no valid value.</summary>
    public static bool Is(double number) => !(Math.Abs(number) < Smallest);

    /// <summary>Whether a quantity is one of these numbers, as it stands or without its prefix: 9.91E34 kV was 9.91E37 V.</summary>
    public static bool Is(Quantity quantity) =>
        Is(quantity.Value) || (quantity.Unit.Kind is not (UnitKind.Affine or UnitKind.Level) && Is(quantity.Unit.ToCoherent(quantity.Value)));
}
