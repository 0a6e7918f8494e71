namespace LabTest.Arrow.Ipc.Writing;

/// <summary>Knows which dictionaries readers have, and so what must be written before a batch: a dictionary, what it grew by, or nothing.</summary>
/// <param name="updates">What to do about a dictionary that grew.</param>
/// <param name="canReplace">Whether a dictionary may be replaced; in a file it may not, since its batches are read in any order.</param>
internal sealed class DictionaryTracker(DictionaryUpdates updates, bool canReplace)
{
    private readonly Dictionary<long, ArrayData> _written = [];

    /// <summary>Counts dictionaries as written.</summary>
    public void Know(IEnumerable<KeyValuePair<long, ArrayData>> dictionaries)
    {
        foreach (var (id, values) in dictionaries)
            _written[id] = values;
    }

    /// <summary>What must be written before an array of a column; each counts as written once the next is asked for.</summary>
    /// <exception cref="InvalidOperationException">A dictionary would have to be replaced in a file.</exception>
    public IEnumerable<DictionaryUpdate> Updates(ColumnPlan column, ArrayData data)
    {
        // Dictionaries inside a dictionary go first.
        for (var i = 0; i < column.Children.Length; i++)
        {
            foreach (var update in Updates(column.Children[i], data.Children[i]))
                yield return update;
        }

        if (column.Values is null)
            yield break;
        foreach (var update in Updates(column.Values, data.Dictionary!))
            yield return update;

        // No values need no dictionary; some readers want one all the same before the first batch.
        if (_written.TryGetValue(column.DictionaryId, out var written) && data.Length == 0)
            yield break;
        if (Own(column, written, data.Dictionary!) is { } own)
            yield return own;
        _written[column.DictionaryId] = data.Dictionary!;
    }

    private DictionaryUpdate? Own(ColumnPlan column, ArrayData? written, ArrayData values)
    {
        if (written is null)
            return new DictionaryUpdate(column, values, IsDelta: false);

        var grew = ArrayEquality.IsPrefix(written, values);
        if (grew && written.Length == values.Length)
            return null;
        if (grew && (updates == DictionaryUpdates.Delta || !canReplace))
            return new DictionaryUpdate(column, values.Slice(written.Length, values.Length), IsDelta: true);
        return canReplace
            ? new DictionaryUpdate(column, values, IsDelta: false)
            : throw new InvalidOperationException(
                $"The dictionary of column '{column.Field.Name}' differs from the one already in the file, and a file has one for all batches: let it grow at its end, or write a stream.");
    }
}
