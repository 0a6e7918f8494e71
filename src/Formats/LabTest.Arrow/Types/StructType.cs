namespace LabTest.Arrow.Types;

/// <summary>The type of rows of named children.</summary>
public sealed class StructType : NestedType
{
    /// <summary>Makes the type of rows of <paramref name="fields"/>.</summary>
    public StructType(IReadOnlyList<Field> fields)
        : base(ArrowTypeId.Struct, "struct", fields)
    {
    }

    /// <summary>The child at <paramref name="index"/>.</summary>
    public Field GetFieldByIndex(int index) => Fields[index];

    /// <summary>The first child of that name, or <see langword="null"/>.</summary>
    public Field? GetFieldByName(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The index of the first child of that name, or -1.</summary>
    public int GetFieldIndex(string name, IEqualityComparer<string>? comparer = null)
    {
        comparer ??= StringComparer.Ordinal;
        for (var i = 0; i < Fields.Count; i++)
        {
            if (comparer.Equals(Fields[i].Name, name))
                return i;
        }

        return -1;
    }
}
