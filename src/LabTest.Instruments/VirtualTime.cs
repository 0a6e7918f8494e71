namespace LabTest.Instruments;

/// <summary>
/// Time that passes only where somebody waits: a wait ends at once, and the clock has moved on by its length. In-process simulation runs on it,
/// so that a test of ten minutes takes milliseconds and its stamps are those of ten minutes.
/// </summary>
/// <param name="start">What the clock shows at first.</param>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private long _elapsed;

    /// <summary>Virtual nanoseconds a second.</summary>
    public override long TimestampFrequency => 1_000_000_000;

    /// <summary>How much time has passed.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(GetTimestamp() / TimeSpan.NanosecondsPerTick);

    /// <summary>Nanoseconds since the start.</summary>
    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => Advance(time.Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>A timer that is due at once; the clock moves on to when it would have been.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new DueTimer(this, callback, state, dueTime);
    }

    internal void Advance(long nanoseconds)
    {
        if (nanoseconds > 0)
            Interlocked.Add(ref _elapsed, nanoseconds);
    }

    private sealed class DueTimer : ITimer
    {
        private readonly VirtualTime _time;
        private readonly TimerCallback _callback;
        private readonly object? _state;

        public DueTimer(VirtualTime time, TimerCallback callback, object? state, TimeSpan dueTime)
        {
            (_time, _callback, _state) = (time, callback, state);
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            _time.Advance(dueTime);
            _callback(_state);
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
