using System.Text;
using LabTest.Instruments.Drivers;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    private const int MostErrors = 50;
    private const int MostErrorsShown = 3;

    /// <summary>Sends a query past all checks and gives the answer. It is recorded as such, and what was known of the settings is forgotten.</summary>
    /// <exception cref="TransportException">It could not be sent, or no answer came.</exception>
    /// <exception cref="InvalidOperationException">The test that asks has ended; nothing was sent.</exception>
    public Step<string> UncheckedQuery(string query, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(query);
        return Begin(() => UncheckedQueryCore(query, cancellationToken), nameof(UncheckedQuery), channel: -1);
    }

    private async ValueTask<string> UncheckedQueryCore(string query, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
        {
            _known.Forget(andWhatWasMade: true);
            _observer?.WasWrittenUnchecked(Alias, query, _clock.Now);
            return await Ask(_link.Encode(query), first: default, timeout: null, held.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a parameter.</summary>
    /// <exception cref="InstrumentException">It can only be set, or the answer cannot be read.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    internal async ValueTask<Reading> Read(ParameterModel parameter, int channel, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
            return await ReadLocked(parameter, channel, held.Token).ConfigureAwait(false);
    }

    /// <summary>The standard uncertainty of a reading, in the unit of its differences; null where it is unknown.</summary>
    /// <param name="parameter">What was read.</param>
    /// <param name="channel">The channel, from 0; -1 for none.</param>
    /// <param name="value">The reading.</param>
    /// <param name="today">The day it was read: accuracy holds only for a time after calibration.</param>
    /// <param name="temperature">The ambient temperature in °C, where it is known.</param>
    internal Quantity? UncertaintyOf(ParameterModel parameter, int channel, Quantity value, DateOnly today, double? temperature)
    {
        if (parameter.Accuracy is not { } accuracy)
            return null;
        var calibration = _station.Calibration;
        if (calibration?.IsOverdue(today) == true)
            return null;
        if (accuracy.Within is { } within && calibration?.Done is { } done && (today.DayNumber - done.DayNumber) > within.TotalDays)
            return null;
        var outside = accuracy.Temperature is { } valid && temperature is { } ambient ? Math.Max(0, Math.Max(valid.Low - ambient, ambient - valid.High)) : 0;
        return accuracy.StandardUncertainty(value.Value, p => _known.Find(p, channel), outside) is { } uncertainty ? Quantity.OfDifference(uncertainty, value.Unit) : null;
    }

    /// <summary>Reads and clears the error queue, as far as the profile's policy asks for it at the end.</summary>
    internal async ValueTask CheckErrorsAtEnd(CancellationToken cancellationToken)
    {
        if (Model.Errors.Check != ErrorCheck.AtEnd)
            return;
        using (await LockForSafety(cancellationToken).ConfigureAwait(false))
            Tell([.. _taken, .. await TakeErrors(cancellationToken).ConfigureAwait(false)], "the end");
    }

    /// <summary>Reads and clears the error queue, whatever the profile's policy says about when.</summary>
    /// <exception cref="InstrumentException">There were errors, and the profile's policy is to fail.</exception>
    internal async ValueTask CheckErrors(string after, CancellationToken cancellationToken)
    {
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
            await CheckErrorsLocked(after, held.Token).ConfigureAwait(false);
    }

    private async ValueTask<Reading> ReadLocked(ParameterModel parameter, int channel, CancellationToken cancellationToken)
    {
        if (parameter.Get is not { } get)
            throw new InstrumentException(Alias, Address, $"'{PathOf(parameter.Name, channel)}' can only be set");
        if (parameter.Type == ParameterType.Waveform)
            throw new InstrumentException(Alias, Address, $"'{PathOf(parameter.Name, channel)}' is a waveform; capture it");
        var message = get.IsFixed ? _messages.Get(get, channel) : _link.Encode(await Filled(get, channel, value: null, cancellationToken).ConfigureAwait(false));
        var answer = await Ask(message, Selection(parameter, channel), timeout: null, cancellationToken).ConfigureAwait(false);
        var time = _clock.Now;
        var unit = parameter.UnitBy is { } by ? await UnitNow(by, channel, cancellationToken).ConfigureAwait(false) : parameter.Unit;
        var value = Judged(parameter, unit, channel, message, answer);
        if (parameter.Kind != ParameterKind.Reading)
            _known.Keep(parameter, channel, value);
        if (parameter.Accuracy is { } accuracy)
            await Know(accuracy.DependsOn, channel, cancellationToken).ConfigureAwait(false);
        return new Reading(value, time);
    }

    // How accurate a reading is depends on settings; where they are not known, the instrument is asked.
    private async ValueTask Know(IReadOnlyList<ParameterModel> settings, int channel, CancellationToken cancellationToken)
    {
        foreach (var setting in settings)
        {
            if (setting.Get is not null && _known.Find(setting, channel) is null)
                await ReadLocked(setting, setting.IsChannel ? channel : -1, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<Unit> UnitNow(UnitByModel by, int channel, CancellationToken cancellationToken)
    {
        var deciding = _known.Find(by.Parameter, channel) ?? (await ReadLocked(by.Parameter, channel, cancellationToken).ConfigureAwait(false)).Value;
        return by.Units[deciding.Text!];
    }

    private ParameterValue Judged(ParameterModel parameter, Unit unit, int channel, ReadOnlyMemory<byte> query, string answer)
    {
        try
        {
            return Interpret(parameter, unit, channel, query, answer);
        }
        catch (Exception)
        {
            _link.MarkOutOfStep();
            throw;
        }
    }

    private ParameterValue Interpret(ParameterModel parameter, Unit unit, int channel, ReadOnlyMemory<byte> query, string answer)
    {
        var (value, problem) = AnswerReader.Read(parameter, unit, channel < 0 ? null : Model.Channels[channel], answer);
        return problem is null ? value : throw Failed(_link.Decode(query), $"the answer '{Shortened(answer)}' {problem}", Garbled);
    }

    private async ValueTask<string> Ask(ReadOnlyMemory<byte> query, ReadOnlyMemory<byte> first, TimeSpan? timeout, CancellationToken cancellationToken) =>
        Encoding.Latin1.GetString((await Answered(query, _link.Query(query, first, timeout, cancellationToken)).ConfigureAwait(false)).Span);

    // What goes wrong on the link, told as one of this instrument.
    private async ValueTask<ReadOnlyMemory<byte>> Answered(ReadOnlyMemory<byte> query, ValueTask<ReadOnlyMemory<byte>> asked)
    {
        try
        {
            return await asked.ConfigureAwait(false);
        }
        catch (TransportException e)
        {
            throw Failed(_link.Decode(query), e);
        }
        catch (FormatException e)
        {
            throw Failed(_link.Decode(query), e.Message, (e as AnswerException)?.Advice ?? Garbled, e);
        }
        catch (OutOfStepException e)
        {
            throw Fault(e.Message);
        }
    }

    private async ValueTask CheckErrorsLocked(string after, CancellationToken cancellationToken) =>
        Tell(await TakeErrors(cancellationToken).ConfigureAwait(false), after);

    private void Tell(IReadOnlyList<ScpiError> found, string after)
    {
        if (found.Count == 0)
            return;
        _known.Forget();
        if (Model.Errors.OnError == ErrorReaction.Fail)
            throw Failed(after, Told(found), "That command or one before it was not done; the instrument's manual says what the code means.", code: found[0].Code);
        _observer?.Warned(Alias, $"{Told(found)} (after '{after}')", _clock.Now);
    }

    // Reads and clears the error queue; those that the profile passes over are left out.
    private async ValueTask<IReadOnlyList<ScpiError>> TakeErrors(CancellationToken cancellationToken)
    {
        var policy = Model.Errors;
        var query = _link.Encode(policy.Query);
        List<ScpiError> found = [];
        for (var i = 0; i < MostErrors; i++)
        {
            var answer = await Ask(query, first: default, timeout: null, cancellationToken).ConfigureAwait(false);
            if (!policy.TryRead(answer, out var error))
                throw Unreadable(policy.Query, $"the answer '{Shortened(answer)}' is not an entry of an error queue; if it is one, say how it looks with 'parse' in 'errors'", Garbled);
            if (error.Code == policy.Ok)
                break;
            if (!policy.Ignore.Contains(error.Code))
                found.Add(error);
        }

        return found;
    }

    private static string Told(IReadOnlyList<ScpiError> errors) =>
        $"the instrument reports {string.Join(", ", errors.Take(MostErrorsShown))}{(errors.Count > MostErrorsShown ? $" and {errors.Count - MostErrorsShown} more" : "")}";

    // As much of an answer as a message can hold; what commands a terminal is written as \x15.
    private static string Shortened(string text) => PrintableText.Exactly(text, 80);
}
