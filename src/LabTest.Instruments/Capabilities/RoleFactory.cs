using LabTest.Capabilities;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

/// <summary>Makes the roles of profiles: the C# interface of each capability that YAML can give.</summary>
internal static class RoleFactory
{
    private static readonly Dictionary<Type, (string Name, Func<Instrument, CapabilityModel, int, Role> Make)> All = new()
    {
        [typeof(IReadable)] = ("Readable", (i, m, c) => new ReadableRole(i, m, c)),
        [typeof(ISettable)] = ("Settable", (i, m, c) => new SettableRole(i, m, c)),
        [typeof(IOutput)] = ("Output", (i, m, c) => new OutputRole(i, m, c)),
        [typeof(IRanged)] = ("Ranged", (i, m, c) => new RangedRole(i, m, c)),
        [typeof(ITriggerable)] = ("Triggerable", (i, m, c) => new TriggerableRole(i, m, c)),
        [typeof(IWaveformSource)] = ("WaveformSource", (i, m, c) => new WaveformSourceRole(i, m, c)),
        [typeof(IMovable)] = ("Movable", (i, m, c) => new MovableRole(i, m, c)),
    };

    /// <summary>The names of the capabilities that have an interface.</summary>
    public static IEnumerable<string> Names => All.Values.Select(a => a.Name);

    /// <summary>What YAML calls the capability of an interface.</summary>
    /// <exception cref="ArgumentException">The type is no capability.</exception>
    public static string NameOf(Type capability) => All.TryGetValue(capability, out var found)
        ? found.Name
        : throw new ArgumentException($"{capability.Name} is no capability that a profile can give (there are {Listing.Of(All.Keys.Select(t => t.Name))}).", nameof(capability));

    public static Role Make(Type capability, Instrument instrument, CapabilityModel model, int channel) => All[capability].Make(instrument, model, channel);
}
