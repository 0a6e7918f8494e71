namespace LabTest.Recording;

public partial class Bench
{
    /// <summary>A quantity that a run may set by name (<c>--lab-set "vin=5 V"</c>). A bare number is in the unit of the other value.</summary>
    /// <param name="name">The name; a constant, or declared by <see cref="LabArgumentAttribute"/>.</param>
    /// <param name="otherwise">The value where the run sets none.</param>
    /// <exception cref="FormatException">What the run sets is not a quantity.</exception>
    /// <exception cref="UnitMismatchException">It is of another dimension.</exception>
    public Quantity Argument(string name, Quantity otherwise)
    {
        if (Core.Argument(name) is not { } given)
            return otherwise;
        if (!Quantity.TryParse(given, out var quantity))
            throw new FormatException($"The argument '{name}' is a quantity, such as {otherwise}; it was set to '{given}'.");
        if (quantity.Unit.IsOne && !otherwise.Unit.IsOne)
            return new Quantity(quantity.Value, otherwise.Unit);
        return quantity.Unit.ConvertsTo(otherwise.Unit)
            ? quantity.To(otherwise.Unit)
            : throw new UnitMismatchException($"The argument '{name}' is in {otherwise.Unit.Describe()}; it was set to '{given}'.");
    }

    /// <summary>A text that a run may set by name (<c>--lab-set variant=B</c>).</summary>
    /// <inheritdoc cref="Argument(string, Quantity)" path="/param"/>
    public string Argument(string name, string otherwise) => Core.Argument(name) ?? otherwise;

    /// <summary>A flag that a run may set by name (<c>--lab-set fast=true</c>): true or false, yes or no, on or off, 1 or 0.</summary>
    /// <inheritdoc cref="Argument(string, Quantity)" path="/param"/>
    /// <exception cref="FormatException">What the run sets is none of these.</exception>
    public bool Argument(string name, bool otherwise) => Core.Argument(name)?.ToLowerInvariant() switch
    {
        null => otherwise,
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        var other => throw new FormatException($"The argument '{name}' is a flag, true or false; it was set to '{other}'."),
    };
}
