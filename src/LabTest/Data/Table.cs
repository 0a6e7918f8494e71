namespace LabTest.Data;

/// <summary>Named, united columns of one length: what a scan gives. Immutable; every operation gives a new table over the same or copied columns.</summary>
public sealed partial class Table
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>Makes a table.</summary>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="ArgumentException">Two columns have one name, or their lengths differ.</exception>
    public Table(params IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = columns;
        _byName = new Dictionary<string, Column>(columns.Count, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (!_byName.TryAdd(column.Name, column))
                throw new ArgumentException($"Two columns are named '{column.Name}'; rename one.", nameof(columns));
            if (column.Length != columns[0].Length)
                throw new ArgumentException($"Column '{column.Name}' has {column.Length} rows, '{columns[0].Name}' has {columns[0].Length}.", nameof(columns));
        }
    }

    /// <summary>The name it is recorded under; empty for a table that was not recorded.</summary>
    public string Name { get; init; } = "";

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => Columns.Count == 0 ? 0 : Columns[0].Length;

    /// <summary>The file it was read from; null for one that was made otherwise.</summary>
    internal string? File { get; init; }

    /// <summary>The measurement that it was recorded as; none for one that no bench made.</summary>
    internal Measurement? Recorded { get; init; }

    /// <summary>A column by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column; the message names those there are.</exception>
    public Column this[string name] => _byName.TryGetValue(name, out var column) ? column : throw Missing(name);

    /// <summary>A row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TableRow this[int row] => (uint)row < (uint)RowCount
        ? new TableRow(this, row)
        : throw new ArgumentOutOfRangeException(nameof(row), $"{Title} has no row {row}: {RowCount switch { 0 => "it has no rows, or a condition left none", 1 => "it has only row 0", _ => $"it has the rows 0 to {RowCount - 1}" }}.");

    /// <summary>The rows, in order.</summary>
    public IEnumerable<TableRow> Rows => Enumerable.Range(0, RowCount).Select(i => new TableRow(this, i));

    /// <summary>Whether there is a column of this name.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>How many columns and rows there are, with their names.</summary>
    public override string ToString() => $"{(Name.Length == 0 ? "table" : Name)}: {RowCount} rows of {string.Join(", ", Columns.Select(c => c.Unit.IsOne ? c.Name : $"{c.Name} ({c.Unit})"))}";

    private string Title => Name.Length > 0 ? $"The table '{Name}'" : File is { } file ? $"The table of '{file}'" : "The table";

    private KeyNotFoundException Missing(string name)
    {
        var meant = Spelling.Nearest(name, _byName.Keys);
        return new KeyNotFoundException($"{Title} has no column '{name}'{(meant is null ? "" : $"; did you mean '{meant}'?")} It has {string.Join(", ", _byName.Keys.Select(k => $"'{k}'"))}.");
    }

    private Table With(IReadOnlyList<Column> columns) => new(columns) { Name = Name, File = File };
}
