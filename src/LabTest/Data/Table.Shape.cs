namespace LabTest.Data;

public sealed partial class Table
{
    /// <summary>Only these columns, in this order.</summary>
    /// <exception cref="KeyNotFoundException">A column is missing.</exception>
    public Table Select(params IReadOnlyList<string> names) => With([.. names.Select(n => this[n])]);

    /// <summary>The table with one more column, or with one replaced.</summary>
    public Table WithColumn(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return With(Has(column.Name) ? [.. Columns.Select(c => c.Name == column.Name ? column : c)] : [.. Columns, column]);
    }

    /// <summary>Only the rows for which a condition holds.</summary>
    public Table Where(Func<TableRow, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Take([.. Rows.Where(condition).Select(r => r.Index)]);
    }

    /// <summary>Only these rows, in this order; -1 gives a row of missing values.</summary>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var taken = new Column[Columns.Count];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = Columns[i].Take(rows);
        return With(taken);
    }

    /// <summary>The rows in the order of a column; missing values last, equal ones in the order they had.</summary>
    public Table SortBy(string column, bool descending = false)
    {
        var by = this[column];
        var comparer = Comparer<object>.Default;
        var present = Enumerable.Range(0, RowCount).Where(i => !by.IsNull(i));
        var sorted = descending ? present.OrderByDescending(i => by.Value(i)!, comparer) : present.OrderBy(i => by.Value(i)!, comparer);
        return Take([.. sorted, .. Enumerable.Range(0, RowCount).Where(by.IsNull)]);
    }

    /// <summary>One table for each value of a column, in the order the values first appear.</summary>
    /// <returns>The value (null for missing ones) and its rows.</returns>
    public IReadOnlyList<KeyValuePair<object?, Table>> GroupBy(string column)
    {
        var by = this[column];
        return
        [
            .. Enumerable.Range(0, RowCount).GroupBy(by.Value)
                .Select(group => KeyValuePair.Create(group.Key, Take(group.ToArray()))),
        ];
    }

    /// <summary>Every row with the matching rows of another table: those whose value in a column is the same.</summary>
    /// <param name="other">The other table. Its columns come after this one's; one whose name is taken already gets the other table's name, or <c>right</c>, before it.</param>
    /// <param name="on">The column that both have.</param>
    /// <param name="keepAll">Whether rows without a match are kept, with missing values.</param>
    public Table Join(Table other, string on, bool keepAll = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        Column left = this[on], right = other[on];
        var matches = Enumerable.Range(0, other.RowCount).Where(i => !right.IsNull(i)).ToLookup(i => right.Value(i));
        List<int> leftRows = [], rightRows = [];
        for (var row = 0; row < RowCount; row++)
        {
            var found = left.IsNull(row) ? [] : matches[left.Value(row)].ToArray();
            if (found.Length == 0 && keepAll)
                found = [-1];
            leftRows.AddRange(Enumerable.Repeat(row, found.Length));
            rightRows.AddRange(found);
        }

        var prefix = other.Name.Length == 0 ? "right" : other.Name;
        var taken = other.Take(rightRows.ToArray()).Columns.Where(c => c.Name != on).Select(c => Has(c.Name) ? c.Rename($"{prefix}.{c.Name}") : c);
        return With([.. Take(leftRows.ToArray()).Columns, .. taken]);
    }
}
