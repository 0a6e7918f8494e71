using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    /// <summary>Does an action of the profile. The safe state is more than an action: <see cref="SafeState"/>.</summary>
    /// <param name="action">Its name.</param>
    /// <param name="channel">The channel, from 0; -1 for all.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    internal async ValueTask Do(string action, int channel, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
        {
            await DoLocked(action, channel, held.Token).ConfigureAwait(false);
            _observer?.WasDone(Alias, NameOf(channel), action, sign: null, _clock.Now);
            if (Model.Errors.Check is ErrorCheck.AfterSet or ErrorCheck.AfterAction)
                await CheckErrorsLocked(action, held.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask DoLocked(string action, int channel, CancellationToken cancellationToken)
    {
        await Do(Model.Actions[action].Steps, channel, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask Do(IReadOnlyList<ActionStep> steps, int channel, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            foreach (var each in step.ChannelsOf(Model, channel))
                await Do(step, each, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask Do(ActionStep step, int channel, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case WriteStep write:
                await Write(await Filled(write.Command, channel, value: null, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
                _known.Forget(andWhatWasMade: write.Resets);    // *RST resets what was set, and other commands may change it
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
                await Ask(_link.Encode("*OPC?"), first: default, complete.Timeout, cancellationToken).ConfigureAwait(false);
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
}
