namespace LabTest.Arrow.Types;

/// <summary>The type of unsigned 16-bit integers.</summary>
public sealed class UInt16Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly UInt16Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public UInt16Type()
        : base(ArrowTypeId.UInt16, "uint16", bitWidth: 16, isSigned: false)
    {
    }
}
