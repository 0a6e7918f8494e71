using System.Collections.Frozen;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;
using LabTest.Instruments.Safety;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>A profile, checked and compiled. The driver and the simulator are both made from it.</summary>
internal sealed record InstrumentModel
{
    /// <summary>The most channels that a profile may have.</summary>
    public const int MostChannels = 10_000;

    private const int MostTried = 100;

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

    public required IReadOnlyList<string> Channels
    {
        get;
        init
        {
            field = value;
            ChannelNumbers = value.Distinct(StringComparer.Ordinal).Select((id, i) => (id, i)).ToFrozenDictionary(c => c.id, c => c.i, StringComparer.Ordinal);
        }
    }

    /// <summary>Which channel each id is, from 0.</summary>
    public IReadOnlyDictionary<string, int> ChannelNumbers { get; private init; } = FrozenDictionary<string, int>.Empty;

    public required CommandTemplate? Select { get; init; }

    public required IReadOnlyDictionary<string, CapabilityModel> Capabilities { get; init; }

    public required IReadOnlyDictionary<string, ActionModel> Actions { get; init; }

    public required ErrorPolicy Errors { get; init; }

    /// <summary>The steps that make it safe; empty where the profile gives none.</summary>
    public required IReadOnlyList<ActionStep> SafeState { get; init; }

    public required SafetyModel Safety { get; init; }

    public required SimulationModel Simulation { get; init; }

    /// <summary>What is no mistake in the profile, and yet worth knowing.</summary>
    public required IReadOnlyList<ProfileProblem> Warnings { get; init; }

    /// <summary>The channels on which a check tries a parameter: all, or of very many the first and the last ones.</summary>
    public IEnumerable<int> ChannelsToTry(ParameterModel parameter) => ChannelsOf(parameter) switch
    {
        var all when !parameter.IsChannel || Channels.Count <= 2 * MostTried => all,
        var all => all.Take(MostTried).Concat(all.Skip(Channels.Count - MostTried)),
    };

    /// <summary>The channels, from 0, that are meant where a parameter is named: all of them where none is; -1 for a parameter of the instrument.</summary>
    public IEnumerable<int> ChannelsOf(ParameterModel parameter, int channel = -1) =>
        !parameter.IsChannel ? [-1] : channel >= 0 ? [channel] : Enumerable.Range(0, Channels.Count);
}
