using System.Globalization;

namespace LabTest;

/// <summary>A point in time: nanoseconds since 1970-01-01T00:00:00Z, as POSIX counts them.</summary>
/// <param name="UnixNanoseconds">The count.</param>
public readonly record struct Instant(long UnixNanoseconds) : IComparable<Instant>
{
    /// <summary>The same point with the resolution of .NET, 100 ns.</summary>
    public DateTimeOffset DateTime => DateTimeOffset.UnixEpoch.AddTicks(Math.DivRem(UnixNanoseconds, 100, out _));

    /// <summary>The point that a date and time names.</summary>
    public static Instant From(DateTimeOffset time) => new((time - DateTimeOffset.UnixEpoch).Ticks * 100);

    /// <summary>The time between two points, with the resolution of .NET, 100 ns.</summary>
    public static TimeSpan operator -(Instant left, Instant right) => TimeSpan.FromTicks((left.UnixNanoseconds - right.UnixNanoseconds) / 100);

    /// <summary>Whether the left side is earlier.</summary>
    public static bool operator <(Instant left, Instant right) => left.UnixNanoseconds < right.UnixNanoseconds;

    /// <summary>Whether the left side is later.</summary>
    public static bool operator >(Instant left, Instant right) => left.UnixNanoseconds > right.UnixNanoseconds;

    /// <summary>Whether the left side is not later.</summary>
    public static bool operator <=(Instant left, Instant right) => left.UnixNanoseconds <= right.UnixNanoseconds;

    /// <summary>Whether the left side is not earlier.</summary>
    public static bool operator >=(Instant left, Instant right) => left.UnixNanoseconds >= right.UnixNanoseconds;

    /// <inheritdoc/>
    public int CompareTo(Instant other) => UnixNanoseconds.CompareTo(other.UnixNanoseconds);

    /// <summary>ISO 8601 in UTC with nine digits of a second: <c>2026-11-21T14:03:12.123456789Z</c>.</summary>
    public override string ToString()
    {
        var nanoseconds = (UnixNanoseconds % 1_000_000_000 + 1_000_000_000) % 1_000_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UnixEpoch.AddTicks((UnixNanoseconds - nanoseconds) / 100):yyyy-MM-ddTHH:mm:ss}.{nanoseconds:000000000}Z");
    }
}
