using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Safety;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>A profile, checked and compiled. The driver and the simulator are both made from it.</summary>
internal sealed record InstrumentModel
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required InstrumentClass? Class { get; init; }

    /// <summary>The files it was read from, itself first, then those it extends.</summary>
    public required IReadOnlyList<ProfileSource> Sources { get; init; }

    /// <summary>How it says what it is; none for one that does not answer.</summary>
    public required IdentityModel? Identity { get; init; }

    public required LinkModel Link { get; init; }

    /// <summary>All parameters, by name; a name is either the instrument's or its channels'.</summary>
    public required IReadOnlyDictionary<string, ParameterModel> Parameters { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    public required CommandTemplate? Select { get; init; }

    public required IReadOnlyDictionary<string, CapabilityModel> Capabilities { get; init; }

    public required IReadOnlyDictionary<string, ActionModel> Actions { get; init; }

    public required ErrorPolicy Errors { get; init; }

    /// <summary>The steps that make it safe; empty where the profile gives none.</summary>
    public required IReadOnlyList<Step> SafeState { get; init; }

    public required SafetyModel Safety { get; init; }

    public required SimulationModel Simulation { get; init; }

    /// <summary>What is no mistake in the profile, and yet worth knowing.</summary>
    public required IReadOnlyList<ProfileProblem> Warnings { get; init; }

    /// <summary>The channels, from 0, that are meant where a parameter is named: all of them where none is; -1 for a parameter of the instrument.</summary>
    public IEnumerable<int> ChannelsOf(ParameterModel parameter, int channel = -1) =>
        !parameter.IsChannel ? [-1] : channel >= 0 ? [channel] : Enumerable.Range(0, Channels.Count);
}
