using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    private const string SafeStateAction = "safe_state";

    /// <summary>Connects, asks for the identity, and does what the profile says on open.</summary>
    /// <exception cref="InstrumentException">It is another instrument than the station says.</exception>
    /// <exception cref="TransportException">There is no connection or no answer.</exception>
    internal async ValueTask Open(CancellationToken cancellationToken)
    {
        using (await Lock(cancellationToken).ConfigureAwait(false))
        {
            await Connect(cancellationToken).ConfigureAwait(false);
            await Identify(cancellationToken).ConfigureAwait(false);
            if (_station.Link.OnOpen is { } steps)
                await Do(steps, channel: -1, cancellationToken).ConfigureAwait(false);
            else if (Model.Identity is not null)
                await Write("*CLS", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does an action of the profile, or <c>safe_state</c>.</summary>
    /// <param name="action">Its name.</param>
    /// <param name="channel">The channel, from 0; -1 for all.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    internal async ValueTask Do(string action, int channel, CancellationToken cancellationToken)
    {
        using (await Lock(cancellationToken).ConfigureAwait(false))
        {
            await DoLocked(action, channel, cancellationToken).ConfigureAwait(false);
            _observer?.WasDone(Alias, channel < 0 ? null : _station.ChannelNames[channel], action, _clock.Now);
            if (Model.Errors.Check is ErrorCheck.AfterSet or ErrorCheck.AfterAction)
                await CheckErrorsLocked(action, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the instrument safe, on every channel. A step that fails does not keep the others from being done.</summary>
    /// <exception cref="InstrumentException">Steps failed; the message names each.</exception>
    internal async ValueTask SafeState(CancellationToken cancellationToken)
    {
        if (Model.SafeState.Count == 0)
            return;
        List<Exception> failures = [];
        using (await Lock(cancellationToken).ConfigureAwait(false))
        {
            foreach (var step in Model.SafeState)
            {
                foreach (var channel in ChannelsOf(step, -1))
                {
                    try
                    {
                        await Do(step, channel, cancellationToken).ConfigureAwait(false);
                    }
                    catch (LabTestException e)
                    {
                        failures.Add(e);
                    }
                }
            }

            _observer?.WasDone(Alias, channel: null, SafeStateAction, _clock.Now);
        }

        if (failures.Count > 0)
            throw new InstrumentException(Alias, Address, $"the safe state was not reached; check the instrument by hand. {string.Join(" ", failures.Select(f => f.Message))}", failures[0]);
    }

    private async ValueTask DoLocked(string action, int channel, CancellationToken cancellationToken)
    {
        if (action == SafeStateAction)
            await Do(Model.SafeState, channel, cancellationToken).ConfigureAwait(false);
        else
            await Do(Model.Actions[action].Steps, channel, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask Do(IReadOnlyList<Step> steps, int channel, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            foreach (var each in ChannelsOf(step, channel))
                await Do(step, each, cancellationToken).ConfigureAwait(false);
        }
    }

    // Without a channel, a step that needs one is done on every channel.
    private IEnumerable<int> ChannelsOf(Step step, int channel)
    {
        var needsChannel = step switch
        {
            SetStep set => set.Parameter.IsChannel,
            ReadStep read => read.Parameter.IsChannel,
            UntilStep until => until.Parameter.IsChannel,
            WriteStep write => write.Command.Holes.Contains("ch"),
            _ => false,
        };
        return needsChannel && channel < 0 ? Enumerable.Range(0, Model.Channels.Count) : [channel];
    }

    private async ValueTask Do(Step step, int channel, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case WriteStep write:
                await Write(await Filled(write.Command, channel, value: null, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                _known.Forget();    // *RST resets what was set, and other commands may change it
                break;
            case SetStep set:
                await SetLocked(set.Parameter, set.Parameter.IsChannel ? channel : -1, set.Value, cancellationToken).ConfigureAwait(false);
                break;
            case ReadStep read:
                await ReadLocked(read.Parameter, read.Parameter.IsChannel ? channel : -1, cancellationToken).ConfigureAwait(false);
                break;
            case WaitStep wait:
                await _clock.Delay(wait.Time, cancellationToken).ConfigureAwait(false);
                break;
            case OperationCompleteStep complete:
                await Ask(_link.Encode("*OPC?"), complete.Timeout, cancellationToken).ConfigureAwait(false);
                break;
            case UntilStep until:
                await Until(until, channel, cancellationToken).ConfigureAwait(false);
                break;
            case RunStep run:
                await DoLocked(run.Action, channel, cancellationToken).ConfigureAwait(false);
                break;
            default:
                throw new InvalidOperationException($"A step of type {step.GetType().Name} is not known.");
        }
    }

    private async ValueTask Until(UntilStep until, int channel, CancellationToken cancellationToken)
    {
        var start = _clock.Now;
        while (true)
        {
            var reading = await ReadLocked(until.Parameter, until.Parameter.IsChannel ? channel : -1, cancellationToken).ConfigureAwait(false);
            if (reading.Value == until.Value)
                return;
            if (_clock.Now - start >= until.Timeout)
                throw new InstrumentException(Alias, Address, $"'{PathOf(until.Parameter.Name, channel)}' is still {reading.Value} after {until.Timeout.TotalSeconds:0.###} s; {until.Value} was awaited");
            await _clock.Delay(until.Every, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask Connect(CancellationToken cancellationToken)
    {
        try
        {
            await _link.Open(cancellationToken).ConfigureAwait(false);
        }
        catch (TransportException e)
        {
            throw new TransportException(e.Failure, e.Address, $"{Alias}: {e.Message}", e);
        }
    }

    private async ValueTask Identify(CancellationToken cancellationToken)
    {
        if (Model.Identity is not { } identity)
            return;
        var answer = await Ask(_link.Encode(identity.Query), timeout: null, cancellationToken).ConfigureAwait(false);
        var match = identity.Match.Match(answer);
        if (!match.Success)
            throw new InstrumentException(Alias, Address, $"'{Shortened(answer)}' answers, which is not {Model.Id} ('{identity.Match}'). Is the address right, and the profile?");
        string? Group(string name) => match.Groups[name] is { Success: true } group ? group.Value : null;
        Identity = new InstrumentIdentity(answer, Group("model"), Group("serial"), Group("firmware"));
        if (_station.Serial is { } wanted && Identity.Serial is { } serial && serial != wanted)
            throw new InstrumentException(Alias, Address, $"the serial number is {serial}, and the station says {wanted}. Is another instrument connected? If it was exchanged on purpose, change 'serial' and 'calibration' in the station file.");
    }
}
