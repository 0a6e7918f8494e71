using LabTest.Data;

namespace LabTest;

/// <summary>Named, united columns.</summary>
/// <param name="Table">The table.</param>
public sealed record TableValue(Table Table) : MeasuredValue
{
    /// <inheritdoc/>
    public override Unit Unit => Unit.One;

    /// <inheritdoc/>
    public override string ToString() => $"table of {Table.RowCount} rows";
}
