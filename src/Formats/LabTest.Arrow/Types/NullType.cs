namespace LabTest.Arrow.Types;

/// <summary>The type of columns that hold nothing but nulls.</summary>
public sealed class NullType : ArrowType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly NullType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public NullType()
        : base(ArrowTypeId.Null, "null")
    {
    }
}
