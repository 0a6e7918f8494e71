namespace LabTest;

/// <summary>A value that was set on purpose while a measurement was taken, such as the load of a sweep, or another argument of a theory.</summary>
/// <param name="Name">The axis, such as <c>load</c>.</param>
/// <param name="Value">What it was: a quantity, a bare number, a flag or a text.</param>
public sealed record Condition(string Name, ParameterValue Value)
{
    /// <summary>As it is shown: <c>load = 300 mA</c>.</summary>
    public override string ToString() => $"{Name} = {Value}";
}
