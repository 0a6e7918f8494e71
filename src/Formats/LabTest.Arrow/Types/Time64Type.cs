namespace LabTest.Arrow.Types;

/// <summary>The type of times of day held in 64 bits, as microseconds or nanoseconds since midnight.</summary>
public sealed class Time64Type : TimeBasedType
{
    /// <summary>The type that counts nanoseconds.</summary>
    public static readonly Time64Type Default = new();

    /// <summary>Makes the type.</summary>
    /// <param name="unit">Microseconds or nanoseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is another one.</exception>
    public Time64Type(TimeUnit unit = TimeUnit.Nanosecond)
        : base(ArrowTypeId.Time64, "time64", bitWidth: 64, unit)
    {
        if (unit is not (TimeUnit.Microsecond or TimeUnit.Nanosecond))
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "A time64 counts microseconds or nanoseconds; other units have a type of another width.");
    }
}
