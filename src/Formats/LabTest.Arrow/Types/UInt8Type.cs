namespace LabTest.Arrow.Types;

/// <summary>The type of unsigned 8-bit integers.</summary>
public sealed class UInt8Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly UInt8Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public UInt8Type()
        : base(ArrowTypeId.UInt8, "uint8", bitWidth: 8, isSigned: false)
    {
    }
}
