namespace LabTest.Arrow.Types;

/// <summary>The type of signed 32-bit integers.</summary>
public sealed class Int32Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly Int32Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public Int32Type()
        : base(ArrowTypeId.Int32, "int32", bitWidth: 32, isSigned: true)
    {
    }
}
