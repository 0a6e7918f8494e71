namespace LabTest.Arrow.Ipc.Reading;

/// <summary>The dictionaries of a stream or file as they stand.</summary>
internal sealed class DictionaryStore
{
    private readonly Dictionary<long, ColumnPlan> _plans = [];
    private readonly Dictionary<long, GrowingColumn> _growing = [];
    private readonly Dictionary<long, ArrayData> _current = [];

    public DictionaryStore(ColumnPlan[] columns)
    {
        foreach (var column in columns.SelectMany(column => column.WithNested()).Where(column => column.Values is not null))
            _plans.TryAdd(column.DictionaryId, column);
    }

    /// <summary>The values of every dictionary that has come, by its number.</summary>
    public IReadOnlyDictionary<long, ArrayData> All => _current;

    /// <summary>The values of a column's dictionary; none as long as it has not come.</summary>
    public ArrayData Current(ColumnPlan column)
    {
        if (!_current.TryGetValue(column.DictionaryId, out var values))
            return new GrowingColumn(column.Values!).Snapshot();
        if (!TypeEquality.Same(values.DataType, column.Values!.Type))
            throw new ArrowFormatException($"Column '{column.Field.Name}' of {column.Type} shares a dictionary with one of {values.DataType}.");
        return values;
    }

    /// <summary>The plan of the values of a dictionary.</summary>
    public ColumnPlan ValuesOf(long id) => _plans.TryGetValue(id, out var column)
        ? column.Values!
        : throw new ArrowFormatException($"There is a batch for dictionary {id}, which no column uses.");

    public bool Has(long id) => _current.ContainsKey(id);

    public void Replace(long id, ArrayData values)
    {
        _growing.Remove(id);
        _current[id] = values;
    }

    /// <summary>Appends values to a dictionary.</summary>
    /// <exception cref="ArrowFormatException">The values cannot be joined.</exception>
    public void Extend(long id, ArrayData values)
    {
        try
        {
            if (!_growing.TryGetValue(id, out var growing))
            {
                _growing[id] = growing = new GrowingColumn(ValuesOf(id));
                if (_current.TryGetValue(id, out var first))
                    growing.Append(first);
            }

            growing.Append(values);
            _current[id] = growing.Snapshot();
        }
        catch (Exception e) when (e is NotSupportedException or OverflowException or InvalidOperationException)
        {
            throw new ArrowFormatException($"Dictionary {id} cannot grow: {e.Message}", e);
        }
    }
}
