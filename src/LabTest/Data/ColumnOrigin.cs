namespace LabTest.Data;

/// <summary>What a bench recorded a column as.</summary>
/// <param name="Scope">Who records what is asserted of the column.</param>
/// <param name="Name">What it is called in the record, such as <c>load_regulation/dmm.reading</c>.</param>
/// <param name="Number">The number of the table's measurement in the journal.</param>
/// <param name="Axis">The column of what was set in each row; none for that column itself.</param>
internal sealed record ColumnOrigin(IMeasurementScope Scope, string Name, long Number, Column? Axis);
