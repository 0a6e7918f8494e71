namespace LabTest.Arrow.Types;

/// <summary>The type of calendar intervals, whose length in seconds depends on when they begin.</summary>
public sealed class IntervalType : FixedWidthType
{
    /// <summary>Months.</summary>
    public static readonly IntervalType YearMonth = new(IntervalUnit.YearMonth, bitWidth: 32);

    /// <summary>Days and milliseconds.</summary>
    public static readonly IntervalType DayTime = new(IntervalUnit.DayTime, bitWidth: 64);

    /// <summary>Months, days and nanoseconds.</summary>
    public static readonly IntervalType MonthDayNanosecond = new(IntervalUnit.MonthDayNanosecond, bitWidth: 128);

    private IntervalType(IntervalUnit unit, int bitWidth)
        : base(ArrowTypeId.Interval, "interval", bitWidth) => Unit = unit;

    /// <summary>What the stored numbers count.</summary>
    public IntervalUnit Unit { get; }

    /// <summary>The type that counts what <paramref name="unit"/> says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public static IntervalType FromIntervalUnit(IntervalUnit unit) => unit switch
    {
        IntervalUnit.YearMonth => YearMonth,
        IntervalUnit.DayTime => DayTime,
        IntervalUnit.MonthDayNanosecond => MonthDayNanosecond,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "There is no such unit of calendar intervals."),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Name}[{Unit}]";
}
