namespace LabTest.Recording;

/// <summary>
/// Declares an argument of experiments: a value that a run may be given by name, <c>--lab-set "vin=4.5 V"</c>, and that <see cref="Bench"/> hands out
/// by <c>Argument</c>. One that is asked for by a constant name is declared by that; this adds a description, or declares one whose name is computed.
/// </summary>
/// <param name="name">The name.</param>
/// <param name="otherwise">The value where the run gives none, as it is written: <c>5 V</c>, <c>A</c>, <c>false</c>.</param>
/// <param name="description">What it is, in a few words.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class LabArgumentAttribute(string name, string otherwise, string? description = null) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The value where the run gives none.</summary>
    public string Otherwise { get; } = otherwise;

    /// <summary>What it is; null if nothing is said of it.</summary>
    public string? Description { get; } = description;
}
