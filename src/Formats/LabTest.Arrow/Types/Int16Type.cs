namespace LabTest.Arrow.Types;

/// <summary>The type of signed 16-bit integers.</summary>
public sealed class Int16Type : NumberType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly Int16Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public Int16Type()
        : base(ArrowTypeId.Int16, "int16", bitWidth: 16, isSigned: true)
    {
    }
}
