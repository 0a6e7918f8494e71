namespace LabTest.Arrow.Types;

/// <summary>The type of maps: lists of pairs of a key, which is never null, and a value.</summary>
public sealed class MapType : NestedType
{
    /// <summary>Makes the type from the types of keys and values.</summary>
    /// <param name="key">The type of keys.</param>
    /// <param name="value">The type of values.</param>
    /// <param name="nullable">Whether values can be null.</param>
    /// <param name="keySorted">Whether the keys of each map stand in order.</param>
    public MapType(IArrowType key, IArrowType value, bool nullable = true, bool keySorted = false)
        : this(new Field("key", key, nullable: false), new Field("value", value, nullable), keySorted)
    {
    }

    /// <summary>Makes the type from the fields of keys and values.</summary>
    public MapType(Field key, Field value, bool keySorted = false)
        : this(new Field("entries", new StructType([key, value]), nullable: false), keySorted)
    {
    }

    /// <summary>Makes the type from the field of the pairs, a struct of two fields.</summary>
    /// <exception cref="ArgumentException"><paramref name="entries"/> is not a struct of two fields.</exception>
    public MapType(Field entries, bool keySorted = false)
        : base(ArrowTypeId.Map, "map", [entries])
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.DataType is not StructType { Fields.Count: 2 } pairs)
            throw new ArgumentException($"The entries of a map are a struct of key and value; {entries} is not.", nameof(entries));
        KeyValueType = pairs;
        KeySorted = keySorted;
    }

    /// <summary>The type of the pairs.</summary>
    public StructType KeyValueType { get; }

    /// <summary>The keys' field.</summary>
    public Field KeyField => KeyValueType.Fields[0];

    /// <summary>The values' field.</summary>
    public Field ValueField => KeyValueType.Fields[1];

    /// <summary>Whether the keys of each map stand in order.</summary>
    public bool KeySorted { get; }
}
