using LabTest.Data;
using LabTest.Instruments;
using LabTest.Recording.Runs;

namespace LabTest.Recording;

public partial class Bench
{
    /// <summary>Reads a parameter and records it under a name; an assertion on it is recorded with its limits and verdict.</summary>
    /// <param name="name">The name of the measurement, unique in its test.</param>
    /// <param name="path">The parameter to read.</param>
    /// <param name="samples">How many readings are averaged; their scatter enters the uncertainty.</param>
    /// <param name="settle">How long to wait before the first.</param>
    /// <exception cref="PathException">There is no such parameter.</exception>
    /// <exception cref="InstrumentException">The answer cannot be read.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    public Measuring Measure(string name, string path, int samples = 1, Quantity? settle = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var calls = Core.Scope.Calls;
        return calls.Track(new Measuring(MeasureCore(name, path, samples, settle is { } time ? Waits.Of(time) : TimeSpan.Zero), name, calls));
    }

    /// <summary>Records a quantity that was computed.</summary>
    /// <param name="name">The name, unique in its test.</param>
    /// <param name="value">The quantity. NaN, an infinite number and SCPI's 9.9E37 and 9.91E37 are not valid values and can never pass.</param>
    /// <param name="uncertainty">Its standard uncertainty, of a temperature in K; none where it is unknown.</param>
    public Measurement Record(string name, Quantity value, Quantity? uncertainty = null) =>
        Core.Run.Record(Core.Scope, new MeasurementDraft(name, new ScalarValue(value), Core.Run.Now) { Uncertainty = uncertainty });

    /// <summary>Records a text, such as a firmware version.</summary>
    public Measurement Record(string name, string text) => Record(name, new TextValue(text ?? throw new ArgumentNullException(nameof(text))));

    /// <summary>Records a yes or no.</summary>
    public Measurement Record(string name, bool flag) => Record(name, new FlagValue(flag));

    /// <summary>Records numbers of one unit.</summary>
    /// <param name="name">The name, unique in its test.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="unit">What each counts.</param>
    /// <param name="uncertainty">The standard uncertainty of each; null where it is unknown.</param>
    public Measurement Record(string name, ReadOnlyMemory<double> values, Unit unit, Quantity? uncertainty = null) =>
        Core.Run.Record(Core.Scope, new MeasurementDraft(name, new ArrayValue(values, unit), Core.Run.Now) { Uncertainty = uncertainty });

    /// <summary>Records a waveform, such as one that was computed from another.</summary>
    public Measurement Record(string name, Waveform waveform) => Record(name, new WaveformValue(waveform ?? throw new ArgumentNullException(nameof(waveform))));

    /// <summary>Records a table.</summary>
    public Measurement Record(string name, Table table) => Record(name, new TableValue(table ?? throw new ArgumentNullException(nameof(table))));

    /// <summary>Fetches a trace and records it.</summary>
    /// <param name="name">The name of the measurement.</param>
    /// <param name="path">The waveform, such as <c>scope.ch1.trace</c>.</param>
    /// <exception cref="PathException">There is no such parameter.</exception>
    /// <exception cref="InstrumentException">It is no waveform, or the trace cannot be read.</exception>
    public Step<Waveform> Capture(string name, string path) => Tracked(CaptureCore(name, path), nameof(Capture), name);

    private async Task<Waveform> CaptureCore(string name, string path)
    {
        var source = Core.Station.Resolve(path);
        var scope = Core.Scope;
        var waveform = await source.Instrument.Capture(source.Parameter, source.Channel, Core.Token()).ConfigureAwait(false);
        Core.Run.Record(scope, new MeasurementDraft(name, new WaveformValue(waveform), waveform.Time) { Source = source.PathText });
        return waveform;
    }

    private Measurement Record(string name, MeasuredValue value) => Core.Run.Record(Core.Scope, new MeasurementDraft(name, value, Core.Run.Now));

    private async Task<Measurement> MeasureCore(string name, string path, int samples, TimeSpan settle)
    {
        var core = Core;
        var source = core.Station.Resolve(path);
        var scope = core.Scope;
        var token = core.Token();
        if (settle > TimeSpan.Zero)
            await core.Station.Clock.Delay(settle, token).ConfigureAwait(false);

        var readings = new Readings();
        for (var i = 0; i < samples; i++)
            readings.Add(await source.Instrument.Read(source.Parameter, source.Channel, token).ConfigureAwait(false));
        if (readings.Single is { } other)
            return core.Run.Record(scope, new MeasurementDraft(name, other, readings.Time) { Source = source.PathText, Samples = samples });

        var instrument = source.Instrument.UncertaintyOf(source.Parameter, source.Channel, readings.Mean, core.Today, core.Station.Temperature);
        return core.Run.Record(scope, new MeasurementDraft(name, new ScalarValue(readings.Mean), readings.Time)
        {
            Source = source.PathText,
            Samples = samples,
            Uncertainty = instrument is { } u ? readings.UncertaintyWith(u) : null,
        });
    }
}
