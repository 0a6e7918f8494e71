namespace LabTest.Instruments.Simulation.Serving;

/// <summary>How a station is served.</summary>
internal sealed record SimulatorServerOptions
{
    /// <summary>The port of the first instrument; the others follow one by one. 0 takes any that are free.</summary>
    public int PortBase { get; init; } = 5025;

    /// <summary>The time that simulations, delays and noise-free signals live by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
