using System.Globalization;
using System.Runtime.CompilerServices;
using LabTest.Instruments.Drivers;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Stations;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    /// <summary>Sends a command past all checks. It is recorded as such, and what was known of the settings is forgotten.</summary>
    /// <exception cref="TransportException">It could not be sent.</exception>
    /// <exception cref="InvalidOperationException">The test that asks has ended; nothing was sent.</exception>
    public Step UncheckedWrite(string command, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        return Begin(() => UncheckedWriteCore(command, cancellationToken), nameof(UncheckedWrite), channel: -1);
    }

    private async ValueTask UncheckedWriteCore(string command, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
        {
            await Write(command, held.Token).ConfigureAwait(false);
            _known.Forget(andWhatWasMade: true);
            _observer?.WasWrittenUnchecked(Alias, command, _clock.Now);
        }
    }

    /// <summary>Sets a parameter: the choke point.</summary>
    /// <returns>What it was set to, in canonical form.</returns>
    /// <exception cref="BoundViolationException">The value is outside the range, a bound or the options; nothing was sent.</exception>
    /// <exception cref="UnitMismatchException">The value is of another dimension; nothing was sent.</exception>
    /// <exception cref="InstrumentException">The parameter can only be read, or the instrument queued an error.</exception>
    /// <exception cref="TransportException">It could not be sent.</exception>
    internal async ValueTask<ParameterValue> Set(ParameterModel parameter, int channel, ParameterValue value, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
            return await SetLocked(parameter, channel, value, held.Token).ConfigureAwait(false);
    }

    /// <summary>Whether a value would pass, without sending anything: what a scan asks of all its points before the first.</summary>
    /// <exception cref="BoundViolationException">It would not.</exception>
    /// <exception cref="UnitMismatchException">It is of another dimension.</exception>
    internal async ValueTask<ParameterValue> Check(ParameterModel parameter, int channel, ParameterValue value, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
            return await Allowed(parameter, channel, value, held.Token).ConfigureAwait(false);
    }

    private async ValueTask<ParameterValue> SetLocked(ParameterModel parameter, int channel, ParameterValue value, CancellationToken cancellationToken)
    {
        if (parameter.Set is null)
            throw new InstrumentException(Alias, Address, $"'{PathOf(parameter.Name, channel)}' can only be read");
        // What a safe state sets was checked when the station was loaded; nothing may stand in its way now.
        var allowed = IsMakingSafe ? value : await Allowed(parameter, channel, value, cancellationToken).ConfigureAwait(false);
        try
        {
            if (parameter.Ramp is { } ramp)
                await RampTowards(parameter, channel, ramp, allowed.Quantity, cancellationToken).ConfigureAwait(false);
        }
        catch (LabTestException) when (IsMakingSafe)
        {
            // It goes there at once; what fails again is told then.
        }

        await Send(parameter, channel, allowed, cancellationToken).ConfigureAwait(false);
        if (parameter.Settle > TimeSpan.Zero)
            await _clock.Delay(parameter.Settle, cancellationToken).ConfigureAwait(false);
        return allowed;
    }

    private async ValueTask<ParameterValue> Allowed(ParameterModel parameter, int channel, ParameterValue value, CancellationToken cancellationToken)
    {
        ParameterValue canonical;
        try
        {
            canonical = CanonicalValue.Of(parameter, value);
        }
        catch (FormatException e)
        {
            throw Refused(parameter, channel, value, Ended(e.Message));
        }
        catch (UnitMismatchException e)
        {
            throw new UnitMismatchException($"{PathOf(parameter.Name, channel)} cannot be set to {value}: {e.Message} Nothing was sent.");
        }

        if (canonical.Kind != ParameterValueKind.Quantity)
            return canonical;
        var number = canonical.Quantity.Value;
        if (await RangeOf(parameter, channel, cancellationToken).ConfigureAwait(false) is { } range && !range.Allows(number))
            throw Refused(parameter, channel, canonical, $"the range of {Model.Id} is {range.Describe(parameter.Unit)}. Choose a value inside it.");
        if (BoundOf(parameter, channel) is { } bound && !bound.Allows(number))
            throw Refused(parameter, channel, canonical, $"the bound of the station is {bound.Describe(parameter.Unit)}. Choose a value inside it, or change 'bounds' in the station file.");
        return canonical;
    }

    private static string Ended(string message) => message.EndsWith('?') || message.EndsWith('.') ? message : message + ".";

    private BoundViolationException Refused(ParameterModel parameter, int channel, ParameterValue value, string why)
    {
        var path = PathOf(parameter.Name, channel).ToString();
        return new BoundViolationException(path, $"{path} cannot be set to {value}: {why} Nothing was sent.");
    }

    /// <summary>The range of a parameter now, in its unit; none where the profile gives none.</summary>
    internal async ValueTask<Bound?> RangeOf(ParameterModel parameter, int channel, CancellationToken cancellationToken)
    {
        if (parameter.Range?.EndsOf(channel < 0 ? null : Model.Channels[channel]) is not { } ends)
            return null;
        var context = new DriverContext(_known, Model, channel);
        return await WithKnownValues(channel, () => new Bound(ends.Low(context), ends.High(context)), cancellationToken).ConfigureAwait(false);
    }

    internal Bound? BoundOf(ParameterModel parameter, int channel) =>
        _station.Bounds.TryGetValue((parameter, parameter.IsChannel ? channel : -1), out var bound) ? bound : null;

    private async ValueTask RampTowards(ParameterModel parameter, int channel, RampModel ramp, Quantity target, CancellationToken cancellationToken)
    {
        var from = await RampStart(parameter, channel, cancellationToken).ConfigureAwait(false);
        var steps = double.IsNaN(from) ? 0 : (int)Math.Ceiling(Math.Abs(target.Value - from) / ramp.Step - 1e-9);
        for (var step = 1; step < steps; step++)
        {
            await Send(parameter, channel, new Quantity(from + (target.Value - from) * step / steps, parameter.Unit), cancellationToken).ConfigureAwait(false);
            await _clock.Delay(ramp.Every, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask Send(ParameterModel parameter, int channel, ParameterValue value, CancellationToken cancellationToken)
    {
        var wire = Wire(parameter, value);
        var command = await Filled(parameter.Set!, channel, wire, cancellationToken).ConfigureAwait(false);
        try
        {
            await Write(_link.Encode(command), Selection(parameter, channel), parameter.Reply, cancellationToken).ConfigureAwait(false);
            _known.Make(parameter, channel, value);
            _observer?.WasSet(PathOf(parameter.Name, parameter.IsChannel ? channel : -1), value, isSigned: Model.Errors.Check == ErrorCheck.AfterSet || (parameter.Reply ?? _station.Link.Reply).Kind != ReplyKind.None, _clock.Now);
            if (Model.Errors.Check != ErrorCheck.AfterSet || IsMakingSafe)
                return;
            var connection = _link.Connection;
            await CheckErrorsLocked(command, cancellationToken).ConfigureAwait(false);

            // An empty queue says nothing of what went over the connection before. What can be read was compared when the new one was made.
            if (connection != _link.Connection && parameter.Get is null)
                throw new TransportException(TransportFailure.Closed, Address, $"{Alias}, after '{command}': the connection closed before the instrument had said whether it took the command; set it again if it may be set twice");
        }
        catch
        {
            // Whether it was done is unknown, so that it cannot be compared after a new connection.
            _known.Unmake(parameter, channel);
            throw;
        }
    }

    // What chooses the channel; it goes over the same connection as the command that follows it.
    private ReadOnlyMemory<byte> Selection(ParameterModel parameter, int channel) =>
        parameter.IsChannel && Model.Select is { } select ? _messages.Get(select, channel) : default;

    private static string Wire(ParameterModel parameter, ParameterValue value) => value.Kind switch
    {
        ParameterValueKind.Flag => parameter.Wire(value.Flag),
        ParameterValueKind.Text => parameter.FindOption(value.Text!)?.Wire.Text ?? value.Text!,
        _ => value.Quantity.Value.ToString(parameter.Format ?? "R", CultureInfo.InvariantCulture),
    };

    // Holes other than the value and the channel take what other parameters are set to.
    private async ValueTask<string> Filled(Scpi.CommandTemplate command, int channel, string? value, CancellationToken cancellationToken) =>
        await WithKnownValues(channel, () => Fill(command, channel, value), cancellationToken).ConfigureAwait(false);

    private string Fill(Scpi.CommandTemplate command, int channel, string? value) => command.Send(hole => hole switch
    {
        "value" => value ?? "",
        "ch" => _messages.ChannelId(channel),
        _ => Wire(Model.Parameters[hole], _known.Find(Model.Parameters[hole], channel) ?? throw new MissingValueException(Model.Parameters[hole])),
    });

    // Evaluates; what is not known yet is read from the instrument first.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> WithKnownValues<T>(int channel, Func<T> evaluate, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            MissingValueException missing;
            try
            {
                return evaluate();
            }
            catch (MissingValueException e) when (attempt < 10)
            {
                missing = e;
            }

            await ReadLocked(missing.Parameter, missing.Parameter.IsChannel ? channel : -1, cancellationToken).ConfigureAwait(false);
        }
    }
}
