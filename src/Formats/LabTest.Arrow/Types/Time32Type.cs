namespace LabTest.Arrow.Types;

/// <summary>The type of times of day held in 32 bits, as seconds or milliseconds since midnight.</summary>
public sealed class Time32Type : TimeBasedType
{
    /// <summary>The type that counts milliseconds.</summary>
    public static readonly Time32Type Default = new();

    /// <summary>Makes the type.</summary>
    /// <param name="unit">Seconds or milliseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The unit is another one.</exception>
    public Time32Type(TimeUnit unit = TimeUnit.Millisecond)
        : base(ArrowTypeId.Time32, "time32", bitWidth: 32, unit)
    {
        if (unit is not (TimeUnit.Second or TimeUnit.Millisecond))
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "A time32 counts seconds or milliseconds; other units have a type of another width.");
    }
}
