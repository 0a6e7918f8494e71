using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments;

internal sealed partial class OpenedStation
{
    private static readonly TimeSpan SafeStateDeadline = TimeSpan.FromSeconds(10);

    private bool _isClosed;

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
            await station.OpenInstruments(cancellationToken).ConfigureAwait(false);
            await station.Isolate(cancellationToken).ConfigureAwait(false);
            foreach (var action in model.OnOpen)
                await station.Do(action, cancellationToken).ConfigureAwait(false);
            return station;
        }
        catch
        {
            await station.Abandon().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Brings the station back to its start: every safe state, then its own settings.</summary>
    public async ValueTask Isolate(CancellationToken cancellationToken)
    {
        foreach (var instrument in _instruments.Values)
            await instrument.SafeState(cancellationToken).ConfigureAwait(false);
        foreach (var instrument in _instruments.Values)
        {
            foreach (var (parameter, channel, value) in instrument.Station.Set)
            {
                foreach (var each in instrument.Model.ChannelsOf(parameter, channel))
                    await instrument.Set(parameter, each, value, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Does an action.</summary>
    public ValueTask Do(StationAction action, CancellationToken cancellationToken) => action is { Action: "safe_state", Channel: < 0 }
        ? _instruments[action.Alias].SafeState(cancellationToken)
        : _instruments[action.Alias].Do(action.Action, action.Channel, cancellationToken);

    /// <summary>
    /// Does what the station asks for after a failure. It has a deadline of its own, since what failed may have been cancelled; an action that
    /// fails does not keep the others from being done.
    /// </summary>
    /// <returns>What failed.</returns>
    public ValueTask<IReadOnlyList<Exception>> OnFailure() => DoAll(Model.OnFailure);

    /// <summary>Does what the station asks for before closing, and closes the instruments.</summary>
    /// <returns>What failed; the instruments are closed all the same.</returns>
    public async ValueTask<IReadOnlyList<Exception>> Close()
    {
        if (_isClosed)
            return [];
        _isClosed = true;
        List<Exception> failures = [];
        foreach (var instrument in _instruments.Values)
            await Try(instrument.CheckErrorsAtEnd, failures).ConfigureAwait(false);
        failures.AddRange(await DoAll(Model.OnClose).ConfigureAwait(false));
        foreach (var instrument in _instruments.Values.Reverse())
            await instrument.DisposeAsync().ConfigureAwait(false);
        return failures;
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
        var opening = Model.Instruments.Values.Select(i => OpenInstrument(i, cancellationToken)).ToArray();
        try
        {
            await Task.WhenAll(opening).ConfigureAwait(false);
        }
        finally
        {
            // In the order of the file, whichever was open first.
            foreach (var task in opening.Where(t => t.IsCompletedSuccessfully))
            {
                var instrument = await task.ConfigureAwait(false);
                _instruments.Add(instrument.Alias, instrument);
            }
        }
    }

    private async Task<Instrument> OpenInstrument(StationInstrument station, CancellationToken cancellationToken)
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
            var message = $"the calibration {calibration.Certificate} was due on {calibration.Due:yyyy-MM-dd}; its uncertainty is unknown from then on";
            if (calibration.Overdue == OverduePolicy.Fail)
                throw new InstrumentException(alias, instrument.Address?.Text ?? $"SIM::{alias}", $"{message}. Calibrate it, or change 'overdue' in the station file.");
            if (calibration.Overdue == OverduePolicy.Warn)
                _observer?.Warned(alias, message, Clock.Now);
        }
    }

    private async ValueTask<IReadOnlyList<Exception>> DoAll(IReadOnlyList<StationAction> actions)
    {
        List<Exception> failures = [];
        foreach (var action in actions)
            await Try(token => Do(action, token), failures).ConfigureAwait(false);
        return failures;
    }

    private static async ValueTask Try(Func<CancellationToken, ValueTask> perform, List<Exception> failures)
    {
        using var deadline = new CancellationTokenSource(SafeStateDeadline);
        try
        {
            await perform(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is LabTestException or OperationCanceledException or ObjectDisposedException)
        {
            failures.Add(e);
        }
    }

    // What was opened before something else failed is made safe and closed.
    private async ValueTask Abandon()
    {
        _isClosed = true;
        foreach (var instrument in _instruments.Values)
        {
            List<Exception> failures = [];
            await Try(instrument.SafeState, failures).ConfigureAwait(false);
            foreach (var failure in failures)
                _observer?.Warned(instrument.Alias, failure.Message, Clock.Now);
            await instrument.DisposeAsync().ConfigureAwait(false);
        }
    }
}
