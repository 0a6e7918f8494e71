namespace LabTest.Arrow.Types;

/// <summary>The type of instants held as a 64-bit count since 1970-01-01T00:00:00.</summary>
/// <remarks>With a zone the count is in UTC and the zone only says how to show it; without one it is local time of an unnamed place.</remarks>
public sealed class TimestampType : TimeBasedType
{
    /// <summary>Milliseconds in UTC.</summary>
    public static readonly TimestampType Default = new(TimeUnit.Millisecond, "UTC");

    /// <summary>Makes the type.</summary>
    /// <param name="unit">What the stored numbers count.</param>
    /// <param name="timezone">A name of the tz database such as <c>Europe/Vienna</c>, an offset such as <c>+07:30</c>, or <see langword="null"/>.</param>
    public TimestampType(TimeUnit unit, string? timezone)
        : base(ArrowTypeId.Timestamp, "timestamp", bitWidth: 64, unit) => Timezone = string.IsNullOrEmpty(timezone) ? null : timezone;

    /// <summary>Makes the type.</summary>
    /// <param name="unit">What the stored numbers count.</param>
    /// <param name="timezone">The zone in which to show the instants, or <see langword="null"/>.</param>
    public TimestampType(TimeUnit unit = TimeUnit.Millisecond, TimeZoneInfo? timezone = null)
        : this(unit, timezone?.Id)
    {
    }

    /// <summary>The zone in which to show the instants, or <see langword="null"/>.</summary>
    public string? Timezone { get; }

    /// <summary>Whether there is a zone.</summary>
    public bool IsTimeZoneAware => Timezone is not null;

    /// <inheritdoc/>
    public override string ToString() => Timezone is null ? base.ToString() : $"{Name}[{Unit}, {Timezone}]";
}
