namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>One part in a capability.</summary>
/// <param name="Wanted">What plays it: <c>a setting</c>, <c>an action</c>.</param>
/// <param name="Fits">Whether a parameter can play it; null where an action does.</param>
internal sealed record CapabilityRole(string Wanted, Func<ParameterModel, bool>? Fits)
{
    public static CapabilityRole Action { get; } = new("an action", Fits: null);

    public static CapabilityRole OptionalAction { get; } = Action with { IsOptional = true };

    public bool IsOptional { get; init; }
}
