using System.Collections.Concurrent;
using LabTest.Instruments.Safety;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments;

internal sealed partial class OpenedStation
{
    private static readonly TimeSpan ErrorsDeadline = TimeSpan.FromSeconds(10);

    // How long instruments that have said what they are wait for the others, before they are made safe.
    private static readonly TimeSpan OpeningPatience = TimeSpan.FromSeconds(2);

    private int _closing;

    private bool IsClosed => Volatile.Read(ref _closing) == 1;

    /// <summary>Opens all instruments at once, identifies them, makes them safe and sets them.</summary>
    /// <exception cref="LabTestException">One could not be opened; those that were are made safe and closed again.</exception>
    public static async ValueTask<OpenedStation> Open(StationModel model, OpenOptions options, CancellationToken cancellationToken)
    {
        var isVirtual = !options.RealTime && model.Instruments.Values.All(i => i.Address is null);
        var clock = new LabClock(isVirtual ? new VirtualTime(options.Time.GetUtcNow()) : options.Time);
        var simulation = model.Instruments.Values.Any(i => i.Address is null) ? SimulationBuilder.Build(model, clock) : null;
        var station = new OpenedStation(model, clock, simulation, options.Observer);
        try
        {
            station.CheckCalibration();
            foreach (var (_, alias, message) in WiringChecker.FindDead(model.Spec, model.Instruments))
                station.Warn(alias, message);
            await station.OpenInstruments(cancellationToken).ConfigureAwait(false);
            await station.Isolate(cancellationToken).ConfigureAwait(false);
            foreach (var action in model.OnOpen)
                await station.Do(action, cancellationToken).ConfigureAwait(false);
            return station;
        }
        catch (Exception e)
        {
            await station.Abandon(e).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Brings the station back to its start: every safe state, then its own settings.</summary>
    public async ValueTask Isolate(CancellationToken cancellationToken)
    {
        await SafeState(cancellationToken).ConfigureAwait(false);
        foreach (var instrument in _instruments.Values)
        {
            foreach (var (parameter, channel, value) in instrument.Station.Set)
            {
                foreach (var each in instrument.Model.ChannelsOf(parameter, channel))
                    await instrument.Set(parameter, each, value, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Makes every instrument safe, loads before what feeds them, and waits for others to let go of an instrument. One that is not safe within its time is tried on beside
    /// those after it.
    /// </summary>
    /// <exception cref="InstrumentException">One is not in its safe state, or gives no sign of it; all were tried, and the message names each that is not.</exception>
    public async ValueTask SafeState(CancellationToken cancellationToken)
    {
        var outcomes = await InTurn(Model.SafeStates, _instruments, (i, a) => i.TryToMakeSafe(a.Action, a.Channel, cancellationToken)).ConfigureAwait(false);
        var failures = outcomes.Select(o => o.Failure).OfType<InstrumentException>().ToArray();
        if (failures is [var first, ..])
            throw failures.Length == 1 ? first : new InstrumentException(first.Alias, first.Address, string.Join(' ', failures.Skip(1).Select(f => f.Message).Prepend(first.Reason)));
    }

    /// <summary>Does an action.</summary>
    public async ValueTask Do(StationAction action, CancellationToken cancellationToken)
    {
        var instrument = _instruments[action.Alias];
        if (action.IsSafeState)
            await instrument.SafeState(cancellationToken, action.Channel).ConfigureAwait(false);
        else
            await instrument.Do(action.Action, action.Channel, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Does what the station asks for after a failure, before all else that the instruments do. It has deadlines of its own, since what failed may have been
    /// cancelled; an action that fails does not keep the others from being done.
    /// </summary>
    /// <returns>What came of it; empty after the station was closed.</returns>
    public async ValueTask<IReadOnlyList<SafeStateOutcome>> OnFailure() => IsClosed ? [] : await MakeSafe(Model.OnFailure).ConfigureAwait(false);

    /// <summary>Does what the station asks for before closing, before all else that the instruments do, and closes them.</summary>
    /// <returns>What came of it; the instruments are closed all the same.</returns>
    public async ValueTask<StationClosing> Close()
    {
        if (Interlocked.Exchange(ref _closing, 1) == 1)
            return new StationClosing([], []);
        foreach (var instrument in _instruments.Values)
            instrument.BeginClose();
        var outcomes = await MakeSafe(Model.OnClose).ConfigureAwait(false);
        List<Exception> failures = [.. outcomes.Select(o => o.Failure).OfType<Exception>()];
        var lost = outcomes.Where(o => o.Failure is not null).Select(o => o.Alias).ToHashSet(StringComparer.Ordinal);
        foreach (var instrument in _instruments.Values.Where(i => !lost.Contains(i.Alias)))
            await CheckErrorsAtEnd(instrument, failures).ConfigureAwait(false);
        foreach (var instrument in _instruments.Values.Reverse())
            await instrument.DisposeAsync().ConfigureAwait(false);
        return new StationClosing(outcomes, failures);
    }

    /// <summary>The values of all settings, read from the instruments; readings are not touched.</summary>
    public async ValueTask<IReadOnlyList<KeyValuePair<ParameterPath, ParameterValue>>> Snapshot(CancellationToken cancellationToken)
    {
        List<KeyValuePair<ParameterPath, ParameterValue>> settings = [];
        foreach (var instrument in _instruments.Values)
        {
            foreach (var parameter in instrument.Model.Parameters.Values.Where(p => p.Kind == ParameterKind.Setting && p.Get is not null))
            {
                foreach (var channel in instrument.Model.ChannelsOf(parameter))
                {
                    var reading = await instrument.Read(parameter, channel, cancellationToken).ConfigureAwait(false);
                    settings.Add(KeyValuePair.Create(instrument.PathOf(parameter.Name, channel), reading.Value));
                }
            }
        }

        return settings;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Close().ConfigureAwait(false);

    private async ValueTask OpenInstruments(CancellationToken cancellationToken)
    {
        ConcurrentBag<Instrument> identified = [];
        var opening = Model.Instruments.Values.Select(i => OpenInstrument(i, identified, cancellationToken)).ToArray();
        try
        {
            var all = Task.WhenAll(opening);
            await MakeSafeMeanwhile(opening, identified, all).ConfigureAwait(false);
            await all.ConfigureAwait(false);
        }
        finally
        {
            foreach (var (station, task) in Model.Instruments.Values.Zip(opening))
            {
                if (task.Exception?.InnerException is { } failure)
                    _notOpened[station.Alias] = failure;
            }

            // In the order of the file, whichever was open first.
            foreach (var task in opening.Where(t => t.IsCompletedSuccessfully))
            {
                var instrument = await task.ConfigureAwait(false);
                _instruments.Add(instrument.Alias, instrument);
            }

            foreach (var instrument in identified)
                _instruments.Add(instrument.Alias, instrument);
        }
    }

    // One that is silent keeps those that said what they are from being made safe no longer than it must.
    private async Task MakeSafeMeanwhile(Task<Instrument>[] opening, ConcurrentBag<Instrument> identified, Task all)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(all, Task.Delay(OpeningPatience, TimeProvider.System, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        if (all.IsCompleted)
            return;
        var known = identified.ToDictionary(i => i.Alias, StringComparer.Ordinal);
        foreach (var task in opening.Where(t => t.IsCompletedSuccessfully))
        {
            var instrument = await task.ConfigureAwait(false);
            known[instrument.Alias] = instrument;
        }

        await InTurn(Model.SafeStates, known, static (i, a) => i.MakeSafe(a.Action, a.Channel)).ConfigureAwait(false);
    }

    // One that said what it is, and then could not be opened, may have outputs on from an earlier run: it is kept, to be made safe.
    private async Task<Instrument> OpenInstrument(StationInstrument station, ConcurrentBag<Instrument> identified, CancellationToken cancellationToken)
    {
        IInstrumentTransport transport = station.Address is { } address
            ? new SocketTransport(address, Clock.Time)
            : new SimulatedTransport(Simulation!.Instruments[station.Alias], Clock);
        var instrument = new Instrument(station, transport, Clock, _observer);
        try
        {
            await instrument.Open(cancellationToken).ConfigureAwait(false);
            return instrument;
        }
        catch
        {
            if (instrument.IsIdentified)
                identified.Add(instrument);
            else
                await instrument.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void CheckCalibration()
    {
        var today = DateOnly.FromDateTime(Clock.Now.DateTime.UtcDateTime);
        foreach (var (alias, instrument) in Model.Instruments)
        {
            if (instrument.Calibration is not { } calibration || !calibration.IsOverdue(today))
                continue;
            var message = calibration.OverdueText;
            if (calibration.Overdue == OverduePolicy.Fail)
                throw new InstrumentException(alias, instrument.Address?.Text ?? $"SIM::{alias}", $"{message}. Calibrate it, or change 'overdue' in the station file.");
            if (calibration.Overdue == OverduePolicy.Warn)
                _observer?.Warned(alias, message, Clock.Now);
        }
    }

    private ValueTask<IReadOnlyList<SafeStateOutcome>> MakeSafe(IReadOnlyList<StationAction> actions) =>
        InTurn(actions, _instruments, static (i, a) => i.MakeSafe(a.Action, a.Channel));

    // In order, each within its time. One that is not safe by then is tried on beside those after it.
    private static async ValueTask<IReadOnlyList<SafeStateOutcome>> InTurn(
        IReadOnlyList<StationAction> actions, IReadOnlyDictionary<string, Instrument> instruments, Func<Instrument, StationAction, Task<SafeStateOutcome>> make)
    {
        using var over = new CancellationTokenSource();
        List<Task<SafeStateOutcome>> tried = [];
        foreach (var action in actions.Where(a => instruments.ContainsKey(a.Alias)))
        {
            var instrument = instruments[action.Alias];
            var making = Task.Run(() => make(instrument, action));
            tried.Add(making);
            await Task.WhenAny(making, Task.Delay(instrument.PlanOf(action.Action, action.Channel).Box, TimeProvider.System, over.Token)).ConfigureAwait(false);
        }

        try
        {
            return await Task.WhenAll(tried).ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask CheckErrorsAtEnd(Instrument instrument, List<Exception> failures)
    {
        using var deadline = new CancellationTokenSource(ErrorsDeadline);
        try
        {
            await instrument.CheckErrorsAtEnd(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            failures.Add(new InstrumentException(instrument.Alias, instrument.Address, $"its error queue could not be read within {ErrorsDeadline.TotalSeconds:0.###} s, so what it holds is not known"));
        }
        catch (Exception e) when (e is LabTestException or ObjectDisposedException)
        {
            failures.Add(e);
        }
    }

    // What was opened before something else failed is made safe and closed. What could not be reached may have outputs on from an earlier run.
    private async ValueTask Abandon(Exception cause)
    {
        Volatile.Write(ref _closing, 1);
        List<SafeStateOutcome> outcomes = [.. await MakeSafe(Model.SafeStates).ConfigureAwait(false)];
        outcomes.AddRange(Model.SafeStates.Where(a => !_instruments.ContainsKey(a.Alias)).Select(a => Unreached(a, cause)));
        foreach (var instrument in _instruments.Values)
            await instrument.DisposeAsync().ConfigureAwait(false);
        _observer?.WasAbandoned(Model.Name, new StationClosing(outcomes, [.. outcomes.Select(o => o.Failure).OfType<Exception>()]), Clock.Now);
    }

    private SafeStateOutcome Unreached(StationAction action, Exception cause)
    {
        var why = _notOpened.GetValueOrDefault(action.Alias) switch
        {
            InstrumentException own => own.Reason,
            { } own when own.Message.StartsWith($"{action.Alias}: ", StringComparison.Ordinal) => own.Message[(action.Alias.Length + 2)..],
            LabTestException own => own.Message,
            null when cause is not OperationCanceledException => "The station was not opened",
            _ => "The opening was stopped",
        };
        var reason = $"its safe state was not sent, since it could not be opened: it is not known to be safe; check the outputs by hand. {why}";
        var address = Model.Instruments[action.Alias].Address?.Text ?? $"SIM::{action.Alias}";
        return new SafeStateOutcome(action.Alias, action.Action, SafetySign.Unconfirmed) { Reason = reason, Failure = new InstrumentException(action.Alias, address, reason) };
    }
}
