namespace LabTest.Arrow.Types;

/// <summary>The type of IEEE 754 binary32 numbers.</summary>
public sealed class FloatType : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly FloatType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public FloatType()
        : base(ArrowTypeId.Float, "float", bitWidth: 32, isSigned: true)
    {
    }
}
