namespace LabTest.Arrow.Types;

/// <summary>The type of signed 8-bit integers.</summary>
public sealed class Int8Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly Int8Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public Int8Type()
        : base(ArrowTypeId.Int8, "int8", bitWidth: 8, isSigned: true)
    {
    }
}
