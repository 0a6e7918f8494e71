namespace LabTest.Data;

/// <summary>What a bench recorded a column as.</summary>
/// <param name="Table">The measurement that its table is.</param>
/// <param name="Name">What the column is called in the record, such as <c>load_regulation/dmm.reading</c>.</param>
/// <param name="Axis">The column of what was set in each row; none for that column itself.</param>
internal sealed record ColumnOrigin(Measurement Table, string Name, Column? Axis);
