namespace LabTest.Instruments.Stations;

/// <summary>What the caller says about how a station is loaded.</summary>
internal sealed record StationLoadOptions
{
    /// <summary>Folders with profiles, after the station's own.</summary>
    public IReadOnlyList<string> ProfileFolders { get; init; } = [];

    /// <summary>Whether every instrument is to be simulated (LABTEST_SIMULATE=1).</summary>
    public bool ForceSimulation { get; init; }
}
