namespace LabTest.Recording.Reports.Plots;

/// <summary>A column of a table with its first rows.</summary>
internal sealed record TableColumn(string Name, Unit Unit, bool IsSet, double[] Values);
