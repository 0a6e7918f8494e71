namespace LabTest.Arrow.Types;

/// <summary>A type made of others.</summary>
public abstract class NestedType : ArrowType
{
    private protected NestedType(ArrowTypeId typeId, string name, IReadOnlyList<Field> fields)
        : base(typeId, name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Fields = fields;
    }

    /// <summary>The children: one for lists and maps, any number for a struct.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The type's name with its children.</summary>
    public override string ToString() => $"{Name}<{string.Join(", ", Fields.Select(f => $"{f.Name}: {f.DataType}"))}>";
}
