using System.Globalization;

namespace LabTest.Recording.Reports.Markup;

/// <summary>Counts, times and durations as they are shown.</summary>
internal static class Phrases
{
    /// <summary><c>1 test</c>, <c>12,000 tests</c>.</summary>
    public static string Count(long count, string one) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {one}{(count == 1 ? "" : "s")}";

    /// <summary>A time as the clock on the wall shows it, and how far that is from UTC: <c>2026-11-21 14:03:12 +01:00</c>.</summary>
    public static string Time(long unixNanoseconds) => new Instant(unixNanoseconds).DateTime.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary><c>512 bytes</c>, <c>12 KiB</c>, <c>3.4 MiB</c>.</summary>
    public static string Bytes(long bytes) => bytes < 1024 ? Count(bytes, "byte")
        : bytes < 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MiB");

    /// <summary><c>12.3 ms</c>, <c>4.2 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Duration(double seconds)
    {
        if (seconds < 60)
            return new Quantity(seconds, Unit.Parse("s")).ToString("E3", CultureInfo.InvariantCulture);
        var time = TimeSpan.FromSeconds(seconds);
        return time.TotalHours < 1 ? $"{time.Minutes} min {time.Seconds} s" : $"{(long)time.TotalHours} h {time.Minutes} min";
    }
}
