namespace LabTest.Arrow.Types;

/// <summary>The type of unsigned 32-bit integers.</summary>
public sealed class UInt32Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly UInt32Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public UInt32Type()
        : base(ArrowTypeId.UInt32, "uint32", bitWidth: 32, isSigned: false)
    {
    }
}
