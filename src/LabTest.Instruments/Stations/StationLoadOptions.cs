namespace LabTest.Instruments.Stations;

/// <summary>What the caller says about how a station is loaded.</summary>
internal sealed record StationLoadOptions
{
    /// <summary>Folders with profiles, after the station's own and before all others.</summary>
    public IReadOnlyList<string> ProfileFolders { get; init; } = [];

    /// <summary>The folder of the caller's project, or where it was started; its <c>instruments</c> are looked in as well.</summary>
    public string? ProjectFolder { get; init; }

    /// <summary>Whether every instrument is to be simulated (LABTEST_SIMULATE=1).</summary>
    public bool ForceSimulation { get; init; }
}
