namespace LabTest.Arrow.Types;

/// <summary>The type of IEEE 754 binary16 numbers.</summary>
public sealed class HalfFloatType : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly HalfFloatType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public HalfFloatType()
        : base(ArrowTypeId.HalfFloat, "halffloat", bitWidth: 16, isSigned: true)
    {
    }
}
