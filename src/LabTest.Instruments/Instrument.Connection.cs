using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    private string? _fault;

    /// <summary>Why it can no longer be used but to make it safe; null if it can.</summary>
    internal string? FaultedBecause => _fault;

    /// <summary>Whether it is the instrument that the station says, whatever came after: one that is can be made safe, another must be sent nothing.</summary>
    internal bool IsIdentified { get; private set; }

    /// <summary>Connects, asks for the identity, and does what the profile says on open.</summary>
    /// <exception cref="InstrumentException">It is another instrument than the station says.</exception>
    /// <exception cref="TransportException">There is no connection or no answer.</exception>
    internal async ValueTask Open(CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
        {
            if (Model.Identity is { } identity)
                _link.Know(identity, Identity?.Answer);
            await Connect(held.Token).ConfigureAwait(false);
            await Identify(held.Token).ConfigureAwait(false);
            IsIdentified = true;
            if (_station.Link.OnOpen is { } steps)
                await Do(steps, channel: -1, held.Token).ConfigureAwait(false);
            else if (Model.Identity is not null)
                await Write("*CLS", held.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the instrument one that is used no more, but for its safe state.</summary>
    /// <param name="why">What happened.</param>
    private InstrumentException Fault(string why)
    {
        _fault ??= $"{why}. Make sure by hand that it is as it should be, and open the station again.";
        return new InstrumentException(Alias, Address, _fault);
    }

    // Over each new connection but the first. What was known is forgotten: the instrument may have been switched off in between. What this run
    // has set is compared with what is read, and never sent again.
    private async ValueTask Reopen(CancellationToken cancellationToken)
    {
        var made = _known.Made;
        _known.Forget();
        var before = Identity;
        try
        {
            await Identify(cancellationToken).ConfigureAwait(false);
        }
        catch (InstrumentException e) when (!ReferenceEquals(before, Identity))
        {
            throw Fault($"after a new connection, {e.Reason}");
        }

        await OpenAgain(cancellationToken).ConfigureAwait(false);
        foreach (var ((parameter, channel), value) in made)
            await CompareSetting(parameter, channel, value, cancellationToken).ConfigureAwait(false);
    }

    // The opening sequence without what sets something.
    private async ValueTask OpenAgain(CancellationToken cancellationToken)
    {
        if (_station.Link.OnOpen is { } steps)
            await Do([.. steps.Where(s => s is not SetStep && s is not WriteStep { Resets: true })], channel: -1, cancellationToken).ConfigureAwait(false);
        else if (Model.Identity is not null)
            await Write("*CLS", cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CompareSetting(ParameterModel parameter, int channel, ParameterValue made, CancellationToken cancellationToken)
    {
        if (parameter.Get is null)
            return;
        var read = (await ReadLocked(parameter, channel, cancellationToken).ConfigureAwait(false)).Value;
        if (!IsAt(parameter, channel, made, read))
            throw Fault($"after a new connection {PathOf(parameter.Name, channel)} is {read}, and this run had set it to {made}; it may have been switched off and on");
    }
}
