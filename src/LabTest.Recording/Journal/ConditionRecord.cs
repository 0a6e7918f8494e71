using System.Text.Json.Serialization;

namespace LabTest.Recording.Journal;

/// <summary>A value that was set on purpose.</summary>
/// <param name="Name">The axis.</param>
/// <param name="Value">The number; null for what is not one.</param>
/// <param name="Unit">What it counts; null for what is not a number.</param>
/// <param name="Text">The text; null for what is not one.</param>
/// <param name="Flag">Yes or no; null for what is neither.</param>
internal sealed record ConditionRecord(string Name, double? Value, string? Unit, string? Text = null, bool? Flag = null)
{
    /// <summary>The number with its unit; null for what is not a number.</summary>
    [JsonIgnore]
    public Quantity? Quantity => Value is { } value ? new Quantity(value, LabTest.Unit.Parse(Unit ?? "")) : null;

    /// <summary>The value as it is shown: <c>300 mA</c>, <c>variant A</c>, <c>yes</c>.</summary>
    public override string ToString() => Quantity?.ToString() ?? Text ?? (Flag is { } flag ? flag ? "yes" : "no" : "");
}
