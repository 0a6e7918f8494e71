using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>Conversion between the ticks of .NET (100 ns) and the units of Arrow.</summary>
internal static class TimeUnits
{
    /// <summary>Units in ticks; what is finer than a unit is cut off towards the past.</summary>
    /// <exception cref="OverflowException">The time does not fit 64 bits of the unit.</exception>
    public static long FromTicks(long ticks, TimeUnit unit) => unit == TimeUnit.Nanosecond
        ? checked(ticks * TimeSpan.NanosecondsPerTick)
        : FloorDivide(ticks, TicksPer(unit));

    /// <summary>Ticks in units; what is finer than a tick is cut off towards the past.</summary>
    /// <exception cref="OverflowException">The time does not fit 64 bits of ticks.</exception>
    public static long ToTicks(long units, TimeUnit unit) => unit == TimeUnit.Nanosecond
        ? FloorDivide(units, TimeSpan.NanosecondsPerTick)
        : checked(units * TicksPer(unit));

    private static long TicksPer(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => TimeSpan.TicksPerSecond,
        TimeUnit.Millisecond => TimeSpan.TicksPerMillisecond,
        _ => TimeSpan.TicksPerMicrosecond,
    };

    private static long FloorDivide(long value, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(value, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
