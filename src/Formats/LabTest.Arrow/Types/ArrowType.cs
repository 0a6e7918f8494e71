namespace LabTest.Arrow.Types;

/// <summary>The base of all types.</summary>
public abstract class ArrowType : IArrowType
{
    private protected ArrowType(ArrowTypeId typeId, string name)
    {
        TypeId = typeId;
        Name = name;
    }

    /// <inheritdoc/>
    public ArrowTypeId TypeId { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public virtual bool IsFixedWidth => false;

    /// <summary>The type's name with its parameters.</summary>
    public override string ToString() => Name;
}
