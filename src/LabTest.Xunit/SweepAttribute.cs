using System.Reflection;
using LabTest.Recording;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace LabTest.Xunit;

/// <summary>
/// Gives a theory's parameter values from one quantity to another: <c>[Theory, Sweep("load", "0 A", "1 A", points: 11)]</c>. Repeated for other
/// parameters, they multiply; the first parameter is outermost. What was set is recorded as the condition of every measurement of the row.
/// </summary>
/// <param name="name">The parameter of the method, of type <see cref="Quantity"/>.</param>
/// <param name="from">The first value, such as <c>0 A</c>.</param>
/// <param name="to">The last value.</param>
/// <param name="points">How many values there are, both ends included.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SweepAttribute(string name, string from, string to, int points) : DataAttribute
{
    /// <summary>The parameter.</summary>
    public string Name { get; } = name;

    /// <summary>The first value.</summary>
    public string From { get; } = from;

    /// <summary>The last value.</summary>
    public string To { get; } = to;

    /// <summary>How many values there are.</summary>
    public int Points { get; } = points;

    /// <summary>Whether the values are spaced evenly by ratio instead of by difference.</summary>
    public bool Logarithmic { get; set; }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var parameters = testMethod.GetParameters();
        var axes = testMethod.GetCustomAttributes<SweepAttribute>().ToDictionary(a => a.Name, StringComparer.Ordinal);
        foreach (var axis in axes.Values.Where(a => !Array.Exists(parameters, p => p.Name == a.Name && p.ParameterType == typeof(Quantity))))
            throw new ArgumentException($"[Sweep(\"{axis.Name}\", …)] names no parameter of type {nameof(Quantity)} of {testMethod.DeclaringType?.Name}.{testMethod.Name}.");
        foreach (var parameter in parameters.Where(p => !axes.ContainsKey(p.Name!)))
            throw new ArgumentException($"The parameter '{parameter.Name}' of {testMethod.DeclaringType?.Name}.{testMethod.Name} has no [Sweep]; give every parameter one.");

        // The product is given once, by the attribute of the first parameter; the others give nothing.
        if (parameters[0].Name != Name)
            return new ValueTask<IReadOnlyCollection<ITheoryDataRow>>([]);
        IEnumerable<object[]> rows = [[]];
        foreach (var parameter in parameters)
            rows = rows.SelectMany(row => axes[parameter.Name!].Values().Select(v => (object[])[.. row, v])).ToArray();
        return new ValueTask<IReadOnlyCollection<ITheoryDataRow>>([.. rows.Select(r => new TheoryDataRow(r))]);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    private Quantity[] Values()
    {
        try
        {
            var (first, last) = (Quantity.Parse(From), Quantity.Parse(To));
            return Logarithmic ? Spacing.Logarithmic(first, last, Points) : Spacing.Linear(first, last, Points);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or UnitMismatchException)
        {
            throw new ArgumentException($"[Sweep(\"{Name}\", \"{From}\", \"{To}\")] gives no values: {e.Message}", e);
        }
    }
}
