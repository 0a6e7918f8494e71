namespace LabTest.Arrow;

/// <summary>The columns of a stream or file, in order, with metadata. Two columns may have the same name.</summary>
public sealed partial class Schema
{
    private readonly Field[] _fields;

    /// <summary>Describes columns.</summary>
    /// <param name="fields">The columns in order.</param>
    /// <param name="metadata">Keys and values of the user's own; the last of equal keys counts.</param>
    public Schema(IEnumerable<Field> fields, IEnumerable<KeyValuePair<string, string>>? metadata)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = [.. fields];
        FieldsLookup = _fields.ToLookup(f => f.Name, StringComparer.Ordinal);
        Metadata = KeyValues.Copy(metadata);
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Field> FieldsList => _fields;

    /// <summary>The columns by name.</summary>
    public ILookup<string, Field> FieldsLookup { get; }

    /// <summary>Keys and values of the user's own; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Whether there is any metadata.</summary>
    public bool HasMetadata => Metadata.Count > 0;

    /// <summary>The column at <paramref name="i"/>.</summary>
    public Field GetFieldByIndex(int i) => _fields[i];

    /// <summary>The first column of that name, or <see langword="null"/>.</summary>
    public Field? GetFieldByName(string name) => FieldsLookup[name].FirstOrDefault();

    /// <summary>The index of the first column of that name, or -1.</summary>
    public int GetFieldIndex(string name, IEqualityComparer<string>? comparer = null)
    {
        comparer ??= StringComparer.Ordinal;
        return System.Array.FindIndex(_fields, f => comparer.Equals(f.Name, name));
    }

    /// <summary>The columns and their types.</summary>
    public override string ToString() => string.Join(", ", _fields.Select(f => f.ToString()));
}
