using LabTest.Instruments.Drivers;

namespace LabTest.Instruments;

/// <summary>How a station is opened.</summary>
internal sealed record OpenOptions
{
    /// <summary>Real time, and the date at which virtual time starts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether time is real even where all instruments are simulated in-process.</summary>
    public bool RealTime { get; init; }

    /// <summary>Who is told of what changes.</summary>
    public IStationObserver? Observer { get; init; }
}
