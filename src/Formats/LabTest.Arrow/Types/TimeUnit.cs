namespace LabTest.Arrow.Types;

/// <summary>What a stored time counts (Schema.fbs, <c>TimeUnit</c>).</summary>
public enum TimeUnit
{
    /// <summary>Seconds.</summary>
    Second,

    /// <summary>Milliseconds.</summary>
    Millisecond,

    /// <summary>Microseconds.</summary>
    Microsecond,

    /// <summary>Nanoseconds.</summary>
    Nanosecond,
}
