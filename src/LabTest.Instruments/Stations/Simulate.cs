namespace LabTest.Instruments.Stations;

/// <summary>Whether an instrument is simulated.</summary>
internal enum Simulate
{
    /// <summary>It is real, unless a run asks for simulation.</summary>
    No,

    /// <summary>It is simulated in-process.</summary>
    Yes,

    /// <summary>It is real, and a run that asks for simulation is refused.</summary>
    Never,

    /// <summary>Its address is that of a simulator in another process.</summary>
    Remote,
}
