namespace LabTest.Arrow;

/// <summary>Arrow's dates and instants count from 1970-01-01T00:00:00 UTC.</summary>
internal static class Epochs
{
    /// <summary>Days from 0001-01-01 to 1970-01-01.</summary>
    public static readonly int UnixDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>The instant so many ticks of 100 ns after 1970-01-01.</summary>
    /// <exception cref="OverflowException">The instant lies outside the years 1 to 9999.</exception>
    public static DateTimeOffset At(long ticks)
    {
        if (ticks < DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks || ticks > DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks)
            throw new OverflowException("An instant outside the years 1 to 9999 does not fit DateTimeOffset; take it from Values.");
        return DateTimeOffset.UnixEpoch.AddTicks(ticks);
    }

    public static long Since(DateTimeOffset value) => value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;

    /// <summary>The date so many days after 1970-01-01.</summary>
    /// <exception cref="OverflowException">The date lies outside the years 1 to 9999.</exception>
    public static DateOnly Date(long days)
    {
        var number = days + UnixDay;
        if (number < 0 || number > DateOnly.MaxValue.DayNumber)
            throw new OverflowException("A date outside the years 1 to 9999 does not fit DateOnly; take it from Values.");
        return DateOnly.FromDayNumber((int)number);
    }
}
