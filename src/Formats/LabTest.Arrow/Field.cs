using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>The name, type and metadata of a column, or of the values nested in one.</summary>
public sealed partial class Field
{
    /// <summary>Describes a column.</summary>
    /// <param name="name">The column's name; it may be empty.</param>
    /// <param name="dataType">The type of its values.</param>
    /// <param name="nullable">Whether values can be null.</param>
    /// <param name="metadata">Keys and values of the user's own; the last of equal keys counts.</param>
    public Field(string name, IArrowType dataType, bool nullable, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(dataType);
        Name = name;
        DataType = dataType;
        IsNullable = nullable;
        Metadata = KeyValues.Copy(metadata);
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The type of the column's values.</summary>
    public IArrowType DataType { get; }

    /// <summary>Whether values can be null.</summary>
    public bool IsNullable { get; }

    /// <summary>Whether there is any metadata.</summary>
    public bool HasMetadata => Metadata.Count > 0;

    /// <summary>Keys and values of the user's own; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The name, the type and whether null is a value.</summary>
    public override string ToString() => $"{Name}: {DataType}{(IsNullable ? string.Empty : " not null")}";
}
