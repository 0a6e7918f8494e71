using LabTest.Capabilities;
using LabTest.Instruments.Capabilities;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    /// <summary>The names of its capabilities, as its profile gives them.</summary>
    public IReadOnlyCollection<string> Capabilities => [.. Model.Capabilities.Keys];

    /// <summary>The instrument in one of its roles, such as <see cref="IOutput"/>.</summary>
    /// <typeparam name="T">The capability.</typeparam>
    /// <param name="channel">The channel, by its name on the station; none for a role of the whole instrument.</param>
    /// <exception cref="PathException">It does not play the role, there is no such channel, or the role is one of the channels and none is named.</exception>
    /// <exception cref="ArgumentException">The type is no capability that a profile can give.</exception>
    public T As<T>(string? channel = null)
        where T : class, ICapability
    {
        var name = RoleFactory.NameOf(typeof(T));
        if (!Model.Capabilities.TryGetValue(name, out var capability))
            throw new PathException($"'{Alias}' ({Profile}) is not {name} (it is {(Capabilities.Count == 0 ? "nothing of the kind" : string.Join(", ", Capabilities))}); give its profile the capability if the instrument has it.");
        var isOfChannel = capability.Names.Concat(capability.Roles.Values).Any(n => Model.Parameters.TryGetValue(n, out var parameter) && parameter.IsChannel);
        if (isOfChannel && channel is null)
            throw new PathException($"'{Alias}' is {name} on each of its channels; say which, as in As<{typeof(T).Name}>(\"{_station.ChannelNames[0]}\") (it has {Listing.Of(_station.ChannelNames)}).");
        return (T)(object)RoleFactory.Make(typeof(T), this, capability, channel is null ? -1 : ChannelOf(channel));
    }

    internal LabClock Clock => _clock;

    /// <summary>Does something for whoever has to await it, as an experiment does that calls the instrument itself.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="method">What the caller wrote.</param>
    /// <param name="channel">On which channel, from 0; -1 for none.</param>
    /// <exception cref="InvalidOperationException">The test that asks has ended: nothing was done.</exception>
    internal Step Begin(Func<ValueTask> work, string method, int channel)
    {
        _observer?.Begins();
        var step = new Step(work().AsTask(), method, SubjectOf(channel));
        _observer?.Began(step);
        return step;
    }

    /// <inheritdoc cref="Begin(Func{ValueTask}, string, int)"/>
    internal Step<T> Begin<T>(Func<ValueTask<T>> work, string method, int channel)
    {
        _observer?.Begins();
        var step = new Step<T>(work().AsTask(), method, SubjectOf(channel));
        _observer?.Began(step);
        return step;
    }

    private string SubjectOf(int channel) => channel < 0 ? Alias : $"{Alias}.{NameOf(channel)}";

    private int ChannelOf(string channel)
    {
        if (_station.Channels.TryGetValue(channel, out var index))
            return index;
        var meant = Spelling.Nearest(channel, _station.Channels.Keys);
        throw new PathException($"'{Alias}' has no channel '{channel}'{(_station.ChannelNames.Count == 0 ? "" : $" (it has {Listing.Of(_station.ChannelNames)})")}{(meant is null ? "." : $"; did you mean '{meant}'?")}");
    }
}
