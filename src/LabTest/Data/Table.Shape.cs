namespace LabTest.Data;

public sealed partial class Table
{
    /// <summary>Only these columns, in this order.</summary>
    /// <exception cref="KeyNotFoundException">A column is missing.</exception>
    public Table Select(params IReadOnlyList<string> names) => With([.. names.Select(n => this[n])]);

    /// <summary>The table with one more column, or with one replaced.</summary>
    /// <exception cref="ArgumentException">The column is longer or shorter than the table.</exception>
    public Table WithColumn(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return With(Has(column.Name) ? [.. Columns.Select(c => c.Name == column.Name ? column : c)] : [.. Columns, column]);
    }

    /// <summary>Only the rows for which a condition holds, such as <c>r => r["load"] > 0.5.Amperes()</c>. No comparison with a missing value or NaN holds.</summary>
    public Table Where(Func<TableRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Take([.. Rows.Where(condition).Select(r => r.Index)]);
    }

    /// <summary>
    /// Only the rows that have a valid value in these columns, or in all where none is named: neither missing nor NaN, infinite or a number by which instruments say
    /// that there is no value. What is asserted of the rest says nothing of the rows that are left out.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public Table Valid(params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var needed = columns.Count == 0 ? Columns : [.. columns.Select(n => this[n])];
        return Take([.. Enumerable.Range(0, RowCount).Where(row => needed.All(c => c.IsValid(row)))]);
    }

    /// <summary>Only these rows, in this order; -1 gives a row of missing values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var taken = new Column[Columns.Count];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = Columns[i].Take(rows);
        return With(taken);
    }

    /// <summary>
    /// The rows in the order of a column: numbers and times by size, texts by code point, no before yes. Missing values and NaN come last; equal
    /// ones stay in the order they had, so that a table sorted by one column and then by another is in the order of both.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public Table SortBy(string column, bool descending = false)
    {
        var by = this[column];
        var sorted = Enumerable.Range(0, RowCount).Where(by.HasValue).ToArray();
        by.Order(sorted, descending);
        return Take([.. sorted, .. Enumerable.Range(0, RowCount).Where(row => !by.HasValue(row))]);
    }

    /// <summary>One table for each value of a column, in the order the values first appear; missing values make one, too.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public TableGroups GroupBy(string column) => new(this, this[column]);

    /// <summary>Every row with the matching rows of another table: those whose value in a column is the same amount. What is missing or not a valid value (NaN, infinite, SCPI's 9.9E37 and 9.91E37) matches nothing.</summary>
    /// <param name="other">The other table. Its columns come after this one's; one whose name is taken already gets the other table's name, or <c>right</c>, before it.</param>
    /// <param name="on">The column that both have; on the left and right it may be in different units of one dimension.</param>
    /// <param name="keepAll">Whether rows without a match are kept, with missing values.</param>
    /// <exception cref="KeyNotFoundException">A table does not have the column.</exception>
    /// <exception cref="ArgumentException">The columns hold different things, such as texts and numbers.</exception>
    /// <exception cref="UnitMismatchException">The columns are of different dimensions.</exception>
    public Table Join(Table other, string on, bool keepAll = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        var rows = JoinedRows.Of(this[on], other[on], keepAll);
        var prefix = other.Name.Length == 0 ? "right" : other.Name;
        var taken = other.Take(rows.Right).Columns.Where(c => c.Name != on).Select(c => Has(c.Name) ? c.Rename($"{prefix}.{c.Name}") : c);
        return With([.. Take(rows.Left).Columns, .. taken]);
    }
}
