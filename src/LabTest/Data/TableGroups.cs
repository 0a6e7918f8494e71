using System.Collections;

namespace LabTest.Data;

/// <summary>The tables that <see cref="Table.GroupBy"/> gives: one for each value of a column, in the order the values first appear.</summary>
public sealed class TableGroups : IReadOnlyList<KeyValuePair<object?, Table>>
{
    private readonly Column _keys;
    private readonly KeyValuePair<object?, Table>[] _groups;

    internal TableGroups(Table table, Column by)
    {
        var rows = new List<List<int>>();
        var numbers = by.Distinct();
        for (var row = 0; row < numbers.Length; row++)
        {
            if (numbers[row] == rows.Count)
                rows.Add([]);
            rows[numbers[row]].Add(row);
        }

        _keys = by.Take([.. rows.Select(r => r[0])]);
        _groups = [.. rows.Select((r, i) => KeyValuePair.Create(_keys.Value(i), table.Take([.. r])))];
    }

    /// <summary>How many values there are.</summary>
    public int Count => _groups.Length;

    /// <summary>A value (null for missing ones) and its rows.</summary>
    public KeyValuePair<object?, Table> this[int index] => _groups[index];

    /// <summary>One row for each value: the value, and what is computed from its rows, in the unit of the first.</summary>
    /// <param name="columns">The name of each column, and what it holds, such as <c>("mean", g => g["vout"].Mean())</c>.</param>
    /// <exception cref="UnitMismatchException">What is computed for one column is of different dimensions.</exception>
    public Table Aggregate(params IReadOnlyList<(string Name, Func<Table, Quantity> Of)> columns) =>
        new([_keys, .. columns.Select(c => Columns.Of(c.Name, [.. _groups.Select(g => c.Of(g.Value))]))]);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<object?, Table>> GetEnumerator() => _groups.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
