using LabTest.Instruments.Profiles;
using LabTest.Instruments.Stations.Spec;

namespace LabTest.Instruments.Stations;

/// <summary>A station file, checked and compiled with all its profiles.</summary>
internal sealed record StationModel
{
    public required string Name { get; init; }

    public required ProfileSource Source { get; init; }

    public required int Seed { get; init; }

    public required Isolation Isolation { get; init; }

    public required DecisionRule Decision { get; init; }

    public required IReadOnlyDictionary<string, StationInstrument> Instruments { get; init; }

    public required IReadOnlyDictionary<string, Quantity> Conditions { get; init; }

    public required IReadOnlyDictionary<string, string> Dut { get; init; }

    /// <summary>Every safe state, in the order in which they are done: that of the file reversed, and loads before what feeds them.</summary>
    public required IReadOnlyList<StationAction> SafeStates { get; init; }

    public required IReadOnlyList<StationAction> OnOpen { get; init; }

    public required IReadOnlyList<StationAction> OnFailure { get; init; }

    public required IReadOnlyList<StationAction> OnClose { get; init; }

    /// <summary>The folders in which profiles are looked for.</summary>
    public required IReadOnlyList<string> ProfileFolders { get; init; }

    /// <summary>The file as it is written, for wiring and the DUT model.</summary>
    public required StationSpec Spec { get; init; }

    /// <summary>What is no mistake in it or its profiles, and yet worth knowing.</summary>
    public required IReadOnlyList<ProfileProblem> Warnings { get; init; }
}
