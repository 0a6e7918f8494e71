namespace LabTest.Arrow.Types;

/// <summary>The type of dates held as days since 1970-01-01.</summary>
public sealed class Date32Type : FixedWidthType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly Date32Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public Date32Type()
        : base(ArrowTypeId.Date32, "date32", bitWidth: 32)
    {
    }
}
