namespace LabTest;

/// <summary>Two dimensions, or two kinds of one dimension, were mixed. The message names both.</summary>
public sealed class UnitMismatchException : LabTestException
{
    /// <summary>Makes an exception with its message.</summary>
    public UnitMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>A quantity cannot be given in a unit.</summary>
    public UnitMismatchException(Quantity quantity, Unit unit)
        : base($"{quantity.ToString("G", null)} cannot be given in {unit?.Describe()}: it is {quantity.Unit.Describe()}.{Advice(quantity.Unit, unit)}")
    {
    }

    private static string Advice(Unit from, Unit? to)
    {
        if (to is null || from.Dimension == to.Dimension)
            return from.Kind == to?.Kind ? "" : " Say which of the two is meant; they are kept apart.";
        if (from.Kind == UnitKind.Level && to.Dimension == Unit.Parse("V").Dimension)
            return " A power becomes a voltage only across an impedance: use ToVolts(50.Ohms()).";
        return "";
    }
}
