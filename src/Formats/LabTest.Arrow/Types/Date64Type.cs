namespace LabTest.Arrow.Types;

/// <summary>The type of dates held as milliseconds since 1970-01-01 that are whole days.</summary>
public sealed class Date64Type : FixedWidthType
{
    /// <summary>The one instance that is needed.</summary>
    public static readonly Date64Type Default = new();

    /// <summary>Makes the type; <see cref="Default"/> does as well.</summary>
    public Date64Type()
        : base(ArrowTypeId.Date64, "date64", bitWidth: 64)
    {
    }
}
