namespace LabTest.Arrow.Types;

/// <summary>The type of unsigned 64-bit integers.</summary>
public sealed class UInt64Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly UInt64Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public UInt64Type()
        : base(ArrowTypeId.UInt64, "uint64", bitWidth: 64, isSigned: false)
    {
    }
}
