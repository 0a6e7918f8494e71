namespace LabTest.Instruments;

/// <summary>
/// The one clock of a run: UTC at its start, and a monotonic count from there, so that stamps never go back. Real, or virtual where all
/// instruments are simulated in-process.
/// </summary>
/// <param name="time">Where time comes from.</param>
public sealed class LabClock(TimeProvider time)
{
    private readonly Instant _start = Instant.From(time.GetUtcNow());
    private readonly long _startStamp = time.GetTimestamp();

    /// <summary>Where time comes from.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Whether time passes only where somebody waits.</summary>
    public bool IsVirtual => Time is VirtualTime;

    /// <summary>The time now.</summary>
    public Instant Now => new(_start.UnixNanoseconds + Nanoseconds);

    /// <summary>Seconds since the clock was made.</summary>
    internal double Seconds => Nanoseconds / 1e9;

    private long Nanoseconds
    {
        get
        {
            var ticks = Time.GetTimestamp() - _startStamp;
            var frequency = Time.TimestampFrequency;
            return frequency == 1_000_000_000 ? ticks : (long)((Int128)ticks * 1_000_000_000 / frequency);
        }
    }

    /// <summary>Waits; on virtual time this returns at once and the clock has moved on.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public ValueTask Delay(TimeSpan duration, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (duration <= TimeSpan.Zero)
            return ValueTask.CompletedTask;
        if (Time is not VirtualTime virtualTime)
            return new ValueTask(Task.Delay(WholeMilliseconds(duration), Time, cancellationToken));
        virtualTime.Advance(duration);
        return ValueTask.CompletedTask;
    }

    // A timer counts milliseconds; a wait is never shorter than asked.
    private static TimeSpan WholeMilliseconds(TimeSpan duration) => TimeSpan.FromMilliseconds(Math.Ceiling(duration.TotalMilliseconds));
}
