namespace LabTest.Arrow.Types;

/// <summary>The type of lengths of time held as a 64-bit count.</summary>
public sealed class DurationType : TimeBasedType
{
    /// <summary>Durations in seconds.</summary>
    public static readonly DurationType Second = new(TimeUnit.Second);

    /// <summary>Durations in milliseconds.</summary>
    public static readonly DurationType Millisecond = new(TimeUnit.Millisecond);

    /// <summary>Durations in microseconds.</summary>
    public static readonly DurationType Microsecond = new(TimeUnit.Microsecond);

    /// <summary>Durations in nanoseconds.</summary>
    public static readonly DurationType Nanosecond = new(TimeUnit.Nanosecond);

    private DurationType(TimeUnit unit)
        : base(ArrowTypeId.Duration, "duration", bitWidth: 64, unit)
    {
    }

    /// <summary>The type that counts <paramref name="unit"/>s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static DurationType FromTimeUnit(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => Second,
        TimeUnit.Millisecond => Millisecond,
        TimeUnit.Microsecond => Microsecond,
        TimeUnit.Nanosecond => Nanosecond,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "There is no such unit of time."),
    };
}
