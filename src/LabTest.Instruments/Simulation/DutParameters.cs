namespace LabTest.Instruments.Simulation;

/// <summary>The parameters that a station file gives a DUT model (<c>with:</c>); what the model does not ask for is an error.</summary>
public sealed class DutParameters
{
    private readonly IReadOnlyDictionary<string, Quantity> _given;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal DutParameters(IReadOnlyDictionary<string, Quantity> given) => _given = given;

    /// <summary>The names that the model asked for.</summary>
    internal IReadOnlyCollection<string> Asked => _asked;

    /// <summary>A parameter, as a number in the unit of its default.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">The value where the station gives none; its unit is the one the number is given in.</param>
    /// <exception cref="UnitMismatchException">The station gives a quantity of another dimension.</exception>
    public double Get(string name, Quantity otherwise)
    {
        _asked.Add(name);
        if (!_given.TryGetValue(name, out var given))
            return otherwise.Value;
        return given.Unit.IsOne ? given.Value : given.In(otherwise.Unit);
    }
}
