namespace LabTest.Arrow.Types;

/// <summary>The type of truth values, a bit each.</summary>
public sealed class BooleanType : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly BooleanType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public BooleanType()
        : base(ArrowTypeId.Boolean, "bool", bitWidth: 1, isSigned: false)
    {
    }
}
