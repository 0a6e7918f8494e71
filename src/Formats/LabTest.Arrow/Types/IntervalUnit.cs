namespace LabTest.Arrow.Types;

/// <summary>What a stored calendar interval counts (Schema.fbs, <c>IntervalUnit</c>).</summary>
public enum IntervalUnit
{
    /// <summary>Months, in 4 bytes.</summary>
    YearMonth,

    /// <summary>Days and milliseconds, in 8 bytes.</summary>
    DayTime,

    /// <summary>Months, days and nanoseconds, in 16 bytes.</summary>
    MonthDayNanosecond,
}
