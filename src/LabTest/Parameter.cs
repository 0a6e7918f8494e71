namespace LabTest;

/// <summary>A named, typed, united value of an instrument, perhaps of one of its channels: what can be set and read.</summary>
/// <param name="Path">Its name on the station.</param>
/// <param name="Type">What values it has.</param>
/// <param name="Kind">What may be done with it.</param>
/// <param name="Unit">What its numbers count; <see cref="LabTest.Unit.One"/> where they count nothing, or where the unit depends on another parameter.</param>
public sealed record Parameter(ParameterPath Path, ParameterType Type, ParameterKind Kind, Unit Unit)
{
    /// <summary>What it is, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>The names or values it may take, where it takes only some.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
