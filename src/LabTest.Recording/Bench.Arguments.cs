namespace LabTest.Recording;

public partial class Bench
{
    /// <summary>A quantity that a run may set by name (<c>--lab-set "vin=5 V"</c>). A bare number is in the unit of the other value.</summary>
    /// <param name="name">The name; a constant, or declared by <see cref="LabArgumentAttribute"/>.</param>
    /// <param name="otherwise">The value where the run sets none.</param>
    /// <exception cref="FormatException">What the run sets is not a quantity.</exception>
    /// <exception cref="UnitMismatchException">It is of another dimension.</exception>
    public Quantity Argument(string name, Quantity otherwise) => Core.Argument(name) is { } given ? QuantityOf(name, given, otherwise) : otherwise;

    /// <summary>A text that a run may set by name (<c>--lab-set variant=B</c>).</summary>
    /// <inheritdoc cref="Argument(string, Quantity)" path="/param"/>
    public string Argument(string name, string otherwise) => Core.Argument(name) ?? otherwise;

    /// <summary>A flag that a run may set by name (<c>--lab-set fast=true</c>): true or false, yes or no, on or off, 1 or 0.</summary>
    /// <inheritdoc cref="Argument(string, Quantity)" path="/param"/>
    /// <exception cref="FormatException">What the run sets is none of these.</exception>
    public bool Argument(string name, bool otherwise) => Core.Argument(name) is { } given ? FlagOf(name, given) : otherwise;

    /// <summary>What a run sets, as a quantity of the dimension of the other value.</summary>
    /// <inheritdoc cref="Argument(string, Quantity)" path="/exception"/>
    internal static Quantity QuantityOf(string name, string given, Quantity otherwise)
    {
        if (!Quantity.TryParse(given, out var quantity))
            throw new FormatException($"The argument '{name}' is a quantity, such as {otherwise}; it was set to '{given}'.");
        if (quantity.Unit.IsOne && !otherwise.Unit.IsOne)
            return new Quantity(quantity.Value, otherwise.Unit);
        return quantity.Unit.ConvertsTo(otherwise.Unit)
            ? quantity.To(otherwise.Unit)
            : throw new UnitMismatchException($"The argument '{name}' is in {otherwise.Unit.Describe()}; it was set to '{given}'.");
    }

    /// <summary>What a run sets, as a flag.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static bool FlagOf(string name, string given) => given.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        var other => throw new FormatException($"The argument '{name}' is a flag, true or false; it was set to '{other}'."),
    };
}
