namespace LabTest.Instruments.Checking;

/// <summary>What <c>labtest check</c> finds in one file.</summary>
/// <param name="File">The file.</param>
internal sealed record FileReport(string File)
{
    /// <summary>What is wrong in the file; of one that cannot be loaded nothing else was tried.</summary>
    public IReadOnlyList<ProfileProblem> Problems { get; init; } = [];

    /// <summary>What is no mistake, and yet worth knowing.</summary>
    public IReadOnlyList<ProfileProblem> Warnings { get; init; } = [];

    /// <summary>The profile, if the file holds one.</summary>
    public ProfileSummary? Profile { get; init; }

    /// <summary>The station, if the file holds one.</summary>
    public StationSummary? Station { get; init; }

    /// <summary>Each profile against its own simulator; of a station the station itself last.</summary>
    public IReadOnlyList<SelfCheckReport> SelfChecks { get; init; } = [];

    public bool Passed => Problems.Count == 0 && SelfChecks.All(c => c.Passed);
}
