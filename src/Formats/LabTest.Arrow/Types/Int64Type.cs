namespace LabTest.Arrow.Types;

/// <summary>The type of signed 64-bit integers.</summary>
public sealed class Int64Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly Int64Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public Int64Type()
        : base(ArrowTypeId.Int64, "int64", bitWidth: 64, isSigned: true)
    {
    }
}
