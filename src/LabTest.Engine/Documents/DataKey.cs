namespace LabTest.Engine.Documents;

/// <summary>One value of an event.</summary>
/// <param name="Name">Its name: the path it is set or read by.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="IsSet">Whether the plan sets it.</param>
internal sealed record DataKey(string Name, Unit Unit, bool IsSet);
