namespace LabTest.Arrow.Types;

/// <summary>The type of IEEE 754 binary64 numbers.</summary>
public sealed class DoubleType : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly DoubleType Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public DoubleType()
        : base(ArrowTypeId.Double, "double", bitWidth: 64, isSigned: true)
    {
    }
}
