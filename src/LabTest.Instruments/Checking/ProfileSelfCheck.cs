using LabTest.Instruments.Profiles;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations;
using LabTest.Instruments.Transports;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Checking;

/// <summary>
/// Runs a profile's driver against the profile's own simulator: every setting to its ends, middle and back, every reading, trace and action, and
/// after each the error queue must be empty.
/// </summary>
internal sealed class ProfileSelfCheck
{
    private readonly InstrumentModel _model;
    private readonly Instrument _instrument;
    private readonly SelfCheckLog _log;
    private readonly CancellationToken _cancellation;

    private ProfileSelfCheck(Instrument instrument, SelfCheckLog log, CancellationToken cancellation) =>
        (_model, _instrument, _log, _cancellation) = (instrument.Model, instrument, log, cancellation);

    public static async ValueTask<SelfCheckReport> Run(InstrumentModel model, CancellationToken cancellationToken)
    {
        var log = new SelfCheckLog(model.Id);
        var clock = new LabClock(new VirtualTime(DateTimeOffset.UnixEpoch));
        var simulated = new SimulatedStation(clock, seed: 0).Add(AliasOf(model), model, new SimulatedInstrumentOptions());
        var instrument = new Instrument(Alone(model), new SimulatedTransport(simulated, clock), clock, log);
        await using (instrument.ConfigureAwait(false))
            await new ProfileSelfCheck(instrument, log, cancellationToken).Run().ConfigureAwait(false);
        return log.Report();
    }

    // What messages call it: the model in the id.
    private static string AliasOf(InstrumentModel model) => model.Id.Split('/')[^1];

    // The instrument as on a station that says nothing of it.
    private static StationInstrument Alone(InstrumentModel model)
    {
        var channels = new StationChannels(AliasOf(model), model, given: null, default, new YamlBinder());
        return new StationInstrument
        {
            Alias = AliasOf(model),
            Model = model,
            Address = null,
            IsSimulated = true,
            Channels = channels.ByName,
            ChannelNames = channels.Shown,
            Bounds = new Dictionary<(ParameterModel Parameter, int Channel), Bound>(),
            Set = [],
            Link = model.Link,
            Simulation = new SimulatedInstrumentOptions(),
        };
    }

    private async ValueTask Run()
    {
        if (!await _log.Try("open", () => _instrument.Open(_cancellation)).ConfigureAwait(false))
            return;
        foreach (var parameter in _model.Parameters.Values)
        {
            foreach (var channel in _model.ChannelsToTry(parameter))
                await Try(parameter, channel).ConfigureAwait(false);
        }

        foreach (var action in _model.Actions.Keys)
            await Try(action, () => _instrument.Do(action, channel: -1, _cancellation)).ConfigureAwait(false);
        _log.Actions = _model.Actions.Count;
        if (_model.SafeState.Count == 0)
            return;
        _log.Actions++;
        await Try("safe_state", async () => await _instrument.SafeState(_cancellation).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async ValueTask Try(ParameterModel parameter, int channel)
    {
        var path = channel < 0 ? parameter.Name : $"{_instrument.Station.ChannelNames[channel]}.{parameter.Name}";
        if (parameter.Type == ParameterType.Waveform)
        {
            _log.Waveforms++;
            await Try(path, () => Fetch(parameter, channel)).ConfigureAwait(false);
        }
        else if (parameter.Set is not null)
        {
            _log.Settings++;
            await Try(path, () => SetAll(parameter, channel)).ConfigureAwait(false);
        }
        else
        {
            await Try(path, () => ReadAll(parameter, channel)).ConfigureAwait(false);
        }
    }

    private ValueTask<bool> Try(string path, Func<ValueTask> attempt) => _log.Try(path, async () =>
    {
        await attempt().ConfigureAwait(false);
        await _instrument.CheckErrors(path, _cancellation).ConfigureAwait(false);
    });

    private async ValueTask SetAll(ParameterModel parameter, int channel)
    {
        var before = parameter.Get is null ? parameter.Init : (await _instrument.Read(parameter, channel, _cancellation).ConfigureAwait(false)).Value;
        var range = await _instrument.RangeOf(parameter, channel, _cancellation).ConfigureAwait(false);
        foreach (var value in TestPoints.Of(parameter, range))
            await SetAndReadBack(parameter, channel, value).ConfigureAwait(false);
        if (before is { } start)
            await SetAndReadBack(parameter, channel, start).ConfigureAwait(false);
    }

    private async ValueTask SetAndReadBack(ParameterModel parameter, int channel, ParameterValue value)
    {
        _log.Values++;
        var set = await _instrument.Set(parameter, channel, value, _cancellation).ConfigureAwait(false);
        if (parameter.Get is null)
            return;
        var read = (await _instrument.Read(parameter, channel, _cancellation).ConfigureAwait(false)).Value;
        if (!TestPoints.IsSame(parameter, set, read))
            _log.Add($"it was set to {set} and reads back as {read}");
    }

    // A reading whose unit depends on a setting is read in each of its modes.
    private async ValueTask ReadAll(ParameterModel parameter, int channel)
    {
        _log.Readings++;
        await _instrument.Read(parameter, channel, _cancellation).ConfigureAwait(false);
        if (parameter.UnitBy is not { Parameter: { Set: not null, Init: { } start } mode } by)
            return;
        foreach (var option in by.Units.Keys)
        {
            await _instrument.Set(mode, channel, option, _cancellation).ConfigureAwait(false);
            await _instrument.Read(parameter, channel, _cancellation).ConfigureAwait(false);
        }

        await _instrument.Set(mode, channel, start, _cancellation).ConfigureAwait(false);
    }

    private async ValueTask Fetch(ParameterModel parameter, int channel)
    {
        var trace = await _instrument.Capture(parameter, channel, _cancellation).ConfigureAwait(false);
        if (trace.Samples.Length == 0)
            _log.Add("the trace is empty");
        else if (trace.Samples.Span.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
            _log.Add("the trace has samples that are no numbers");
    }
}
