namespace LabTest.Recording.Journal;

/// <summary>A value that was set on purpose.</summary>
/// <param name="Name">The axis.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">What it counts.</param>
internal sealed record ConditionRecord(string Name, double Value, string Unit);
