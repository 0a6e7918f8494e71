namespace LabTest.Instruments.Checking;

/// <summary>What came of running a profile, or a whole station, against its own simulator.</summary>
/// <param name="Name">The id of the profile, or the name of the station.</param>
internal sealed record SelfCheckReport(string Name)
{
    /// <summary>How many settings were tried, channel by channel.</summary>
    public int Settings { get; init; }

    /// <summary>How many values they were set to and read back as.</summary>
    public int Values { get; init; }

    /// <summary>How many readings were taken.</summary>
    public int Readings { get; init; }

    /// <summary>How many traces were fetched.</summary>
    public int Waveforms { get; init; }

    /// <summary>How many actions were done; the safe state counts as one.</summary>
    public int Actions { get; init; }

    public IReadOnlyList<SelfCheckProblem> Problems { get; init; } = [];

    public bool Passed => Problems.Count == 0;
}
