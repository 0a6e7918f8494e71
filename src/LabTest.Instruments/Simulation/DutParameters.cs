using System.Globalization;

namespace LabTest.Instruments.Simulation;

/// <summary>The parameters that a station file gives a DUT model (<c>with:</c>); what the model does not ask for is an error.</summary>
public sealed class DutParameters
{
    private readonly IReadOnlyDictionary<string, Quantity> _given;
    private readonly OrderedDictionary<string, Quantity> _asked = new(StringComparer.Ordinal);

    internal DutParameters(IReadOnlyDictionary<string, Quantity> given) => _given = given;

    /// <summary>What the model asked for, with the values it takes where the station gives none.</summary>
    internal IReadOnlyDictionary<string, Quantity> Asked => _asked;

    /// <summary>The call by which a model asks for a parameter, for messages: <c>parameters.Get("vout", Quantity.Parse("3.3 V"))</c>.</summary>
    internal static string Call(string name, Quantity value)
    {
        var number = value.Value.ToString("0.0###", CultureInfo.InvariantCulture);
        return $"parameters.Get(\"{name}\", {(value.Unit.IsOne ? number : value.Unit.Symbol == "V" ? $"{number}.Volts()" : $"Quantity.Parse(\"{value}\")")})";
    }

    /// <summary>A parameter, as a number in the unit of its default. Ask in the constructor or in a field: what was not asked for by then, a station cannot give.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">The value where the station gives none; its unit is the one the number is given in.</param>
    /// <exception cref="UnitMismatchException">The station gives a quantity of another dimension; the message says which call to mend.</exception>
    public double Get(string name, Quantity otherwise)
    {
        ArgumentNullException.ThrowIfNull(name);
        _asked[name] = otherwise;
        if (!_given.TryGetValue(name, out var given))
            return otherwise.Value;
        if (given.Unit.IsOne)
            return given.Value;
        if (given.Unit.ConvertsTo(otherwise.Unit))
            return given.In(otherwise.Unit);
        throw new UnitMismatchException(
            $"the station gives '{name}' as {given}, and the model asks for {(otherwise.Unit.IsOne ? "a bare number" : $"{otherwise.Unit.Describe()}")}: "
            + $"give the call in the model a default with a unit, as in {Call(name, given)}, or write the station's value {(otherwise.Unit.IsOne ? "as a bare number" : $"in {otherwise.Unit}")}");
    }
}
