namespace LabTest.Data;

/// <summary>One row of a table.</summary>
/// <param name="table">The table.</param>
/// <param name="index">Which row, from 0.</param>
public readonly struct TableRow(Table table, int index)
{
    /// <summary>Which row, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>A value as a quantity; NaN where it is missing or no number.</summary>
    public Quantity this[string column] => table[column].Quantity(Index);

    /// <summary>A value as a text; null where it is missing.</summary>
    public string? Text(string column) => table[column].Value(Index)?.ToString();

    /// <summary>A value as a point in time; null where it is missing or no time.</summary>
    public Instant? Time(string column) => table[column].Value(Index) as Instant?;

    /// <summary>A value as a flag; false where it is missing.</summary>
    public bool Flag(string column) => table[column].Value(Index) is true;
}
