using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LabTest;

/// <summary>A point in time: nanoseconds since 1970-01-01T00:00:00Z, as POSIX counts them.</summary>
/// <param name="UnixNanoseconds">The count.</param>
public readonly record struct Instant(long UnixNanoseconds) : IComparable<Instant>
{
    /// <summary>The same point with the resolution of .NET, 100 ns.</summary>
    public DateTimeOffset DateTime => DateTimeOffset.UnixEpoch.AddTicks(UnixNanoseconds / 100);

    /// <summary>The point that a date and time names.</summary>
    /// <exception cref="OverflowException">It lies outside the years 1677 to 2262, which is how far 64 bits of nanoseconds reach.</exception>
    public static Instant From(DateTimeOffset time) => new(checked((time - DateTimeOffset.UnixEpoch).Ticks * 100));

    /// <summary>Reads a point in time as <see cref="ToString"/> writes it, with up to nine digits of a second, in UTC.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Instant instant)
    {
        instant = default;
        var dot = text is null ? -1 : text.IndexOf('.', StringComparison.Ordinal);
        var seconds = dot < 0 ? text : $"{text![..dot]}Z";
        if (!DateTimeOffset.TryParseExact(seconds, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;
        var digits = dot < 0 ? "" : text![(dot + 1)..].TrimEnd('Z');
        if (dot >= 0 && (digits.Length is 0 or > 9 || !text!.EndsWith('Z') || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0))
            return false;
        var nanoseconds = (Int128)(time - DateTimeOffset.UnixEpoch).Ticks * 100 + long.Parse(digits.PadRight(9, '0'), CultureInfo.InvariantCulture);
        instant = new Instant((long)nanoseconds);
        return nanoseconds == instant.UnixNanoseconds;
    }

    /// <summary>The time between two points, with the resolution of .NET, 100 ns.</summary>
    public static TimeSpan operator -(Instant left, Instant right) => TimeSpan.FromTicks((long)(((Int128)left.UnixNanoseconds - right.UnixNanoseconds) / 100));

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
