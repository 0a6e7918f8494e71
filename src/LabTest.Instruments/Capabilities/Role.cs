using System.Runtime.CompilerServices;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Capabilities;

/// <summary>A capability of an opened instrument, on one of its channels or on the whole of it.</summary>
/// <param name="instrument">The instrument.</param>
/// <param name="model">Who plays which part.</param>
/// <param name="channel">The channel, from 0; -1 for none.</param>
internal abstract class Role(Instrument instrument, CapabilityModel model, int channel)
{
    protected IReadOnlyList<string> Names { get; } = [.. model.Names, .. model.Roles.Values];

    protected LabClock Clock => instrument.Clock;

    /// <summary>The parameter or action of a part; where the profile gives a single name, that plays the first.</summary>
    protected string? Player(string part) => model.Roles.GetValueOrDefault(part);

    protected ParameterModel Parameter(string? name)
    {
        var found = name is null ? Names[0] : Names.FirstOrDefault(n => n == name);
        if (found is not null)
            return instrument.Model.Parameters[found];
        throw new ArgumentException($"{model.Name} of '{instrument.Alias}' has no '{name}' (it has {Listing.Of(Names)}).", nameof(name));
    }

    /// <summary>What is done, as a step that has to be awaited.</summary>
    protected Step Begin(Func<ValueTask> work, [CallerMemberName] string method = "") => instrument.Begin(work, method, channel);

    /// <inheritdoc cref="Begin(Func{ValueTask}, string)"/>
    protected Step<T> Begin<T>(Func<ValueTask<T>> work, [CallerMemberName] string method = "") => instrument.Begin(work, method, channel);

    protected async ValueTask<Quantity> ReadQuantity(ParameterModel parameter, CancellationToken cancellationToken) =>
        (await Read(parameter, cancellationToken).ConfigureAwait(false)).Quantity;

    protected async ValueTask<bool> ReadFlag(ParameterModel parameter, CancellationToken cancellationToken) =>
        (await Read(parameter, cancellationToken).ConfigureAwait(false)).Flag;

    protected async ValueTask<ParameterValue> Read(ParameterModel parameter, CancellationToken cancellationToken) =>
        (await instrument.Read(parameter, ChannelOf(parameter), cancellationToken).ConfigureAwait(false)).Value;

    protected async ValueTask Set(ParameterModel parameter, ParameterValue value, CancellationToken cancellationToken) =>
        await instrument.Set(parameter, ChannelOf(parameter), value, cancellationToken).ConfigureAwait(false);

    protected ValueTask<Waveform> Capture(ParameterModel parameter, CancellationToken cancellationToken) =>
        instrument.Capture(parameter, ChannelOf(parameter), cancellationToken);

    protected ValueTask Do(string part, CancellationToken cancellationToken) =>
        instrument.Do(Player(part) ?? throw NotSupported(part), channel, cancellationToken);

    protected NotSupportedException NotSupported(string part) =>
        new($"The profile {instrument.Profile} of '{instrument.Alias}' does not say who plays '{part}' in {model.Name}; name it there if the instrument can do it.");

    private int ChannelOf(ParameterModel parameter) => parameter.IsChannel ? channel : -1;
}
