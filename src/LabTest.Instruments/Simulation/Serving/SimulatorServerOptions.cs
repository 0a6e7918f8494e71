namespace LabTest.Instruments.Simulation.Serving;

/// <summary>How a station is served.</summary>
internal sealed record SimulatorServerOptions
{
    /// <summary>The port of the first instrument; the others follow one by one. 0 takes any that are free.</summary>
    public int PortBase { get; init; } = 5025;

    /// <summary>How long a client may leave its answers unread before it is dropped.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most clients of one instrument; where more come, the one that was silent longest is dropped.</summary>
    public int MostClients { get; init; } = 128;

    /// <summary>Is told why a client was dropped, on any thread.</summary>
    public Action<string> Log { get; init; } = static _ => { };

    /// <summary>The time that simulations, delays and noise-free signals live by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
