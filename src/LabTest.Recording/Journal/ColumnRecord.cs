namespace LabTest.Recording.Journal;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="IsSet">Whether the scan set it.</param>
internal sealed record ColumnRecord(string Name, string Unit, bool IsSet);
