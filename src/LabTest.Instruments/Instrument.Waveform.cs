using System.Globalization;
using LabTest.Instruments.Drivers;
using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Transports;

namespace LabTest.Instruments;

public sealed partial class Instrument
{
    // So often a trace is taken once more over a new connection.
    private const int MostCaptures = 3;

    /// <summary>Fetches a trace.</summary>
    /// <exception cref="InstrumentException">The parameter is no waveform, or the preamble or the block cannot be read.</exception>
    /// <exception cref="TransportException">No answer came, or the block ended too early.</exception>
    internal async ValueTask<Waveform> Capture(ParameterModel parameter, int channel, CancellationToken cancellationToken)
    {
        if (parameter.Waveform is not { } waveform)
            throw new InstrumentException(Alias, Address, $"'{PathOf(parameter.Name, channel)}' is no waveform; measure or read it");
        using (var held = await Lock(cancellationToken).ConfigureAwait(false))
        {
            for (var attempt = 1; ; attempt++)
            {
                var selection = Selection(parameter, channel);
                if (!selection.IsEmpty)
                    await Write(selection, first: default, reply: null, held.Token).ConfigureAwait(false);
                var connection = _link.Connection;
                foreach (var prepare in waveform.Prepare)
                    await Write(_messages.Get(prepare, channel), first: default, reply: null, held.Token).ConfigureAwait(false);
                var fields = await Preamble(waveform, channel, held.Token).ConfigureAwait(false);
                var context = new DriverContext(_known, Model, channel) { Fields = fields };
                var points = await PointsOf(waveform, context, channel, held.Token).ConfigureAwait(false);
                var block = await Block(parameter, waveform, channel, points, held.Token).ConfigureAwait(false);

                // What was prepared over one connection need not hold on the next.
                if (connection == _link.Connection || (selection.IsEmpty && waveform.Prepare.Count == 0))
                    return Scaled(parameter, waveform, channel, context, points, block.Span);
                if (attempt == MostCaptures)
                    throw Failed(Sent(parameter, channel), TransportException.Closed(Address));
            }
        }
    }

    private async ValueTask<double[]> Preamble(WaveformModel waveform, int channel, CancellationToken cancellationToken)
    {
        if (waveform.PreambleGet is not { } get)
            return [];
        var query = _messages.Get(get, channel);
        var answer = await Ask(query, first: default, timeout: null, cancellationToken).ConfigureAwait(false);
        var texts = answer.Split(',');
        if (texts.Length < waveform.Fields.Count)
            throw Unreadable(_link.Decode(query), $"the preamble '{Shortened(answer)}' has {texts.Length} fields; the profile names {waveform.Fields.Count}", Garbled);
        var fields = new double[waveform.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            if (!double.TryParse(texts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out fields[i]) || NoValue.Is(fields[i]))
                fields[i] = double.NaN;     // a field such as a date, or without a value; a formula that uses it gives NaN
        }

        return fields;
    }

    // How many samples are announced; null where nothing says so. What the formulas of the axes need to know is known after this.
    private ValueTask<long?> PointsOf(WaveformModel waveform, DriverContext context, int channel, CancellationToken cancellationToken) => WithKnownValues<long?>(channel, () =>
    {
        waveform.X(context);
        waveform.Y(context);
        return waveform.Points?.Invoke(context) is >= 0 and < int.MaxValue and var points ? (long)Math.Round(points) : null;
    }, cancellationToken);

    private async ValueTask<ReadOnlyMemory<byte>> Block(ParameterModel parameter, WaveformModel waveform, int channel, long? points, CancellationToken cancellationToken)
    {
        var query = _messages.Get(parameter.Get!, channel);
        var expected = new BlockExpectation(points * SampleCodec.SizeOf(waveform.Sample), waveform.AtMost);
        return await Answered(query, _link.QueryBlock(query, first: default, expected, cancellationToken)).ConfigureAwait(false);
    }

    private string Sent(ParameterModel waveform, int channel) => _link.Decode(_messages.Get(waveform.Get!, channel));

    private Waveform Scaled(ParameterModel parameter, WaveformModel waveform, int channel, DriverContext context, long? points, ReadOnlySpan<byte> block)
    {
        var size = SampleCodec.SizeOf(waveform.Sample);
        if (block.Length % size != 0)
            throw Unreadable(Sent(parameter, channel), $"the block has {block.Length} bytes, which are no whole number of {size}-byte samples", "Is 'block' in the profile right, or was the transfer cut off?");
        var samples = new double[block.Length / size];
        if (points is { } announced && announced != samples.Length)
        {
            throw Unreadable(
                Sent(parameter, channel), $"{announced} samples were announced, and {samples.Length} came",
                samples.Length < announced
                    ? "Does one answer give only a part of them, or was the transfer cut off? Have the instrument keep fewer points; 'points' in 'block' says how many come."
                    : "Is 'points' in 'block' right, or 'sample'?");
        }

        var isFloating = waveform.Sample is SampleType.Float32 or SampleType.Float64;
        for (var i = 0; i < samples.Length; i++)
        {
            context.Raw = SampleCodec.Read(block[(i * size)..], waveform.Sample, waveform.Order);
            samples[i] = isFloating && NoValue.Is(context.Raw) ? double.NaN : waveform.Y(context);
        }

        context.Index = 0;
        var first = waveform.X(context);
        context.Index = 1;
        var interval = waveform.X(context) - first;
        if (!(interval > 0))
            throw Failed(Sent(parameter, channel), $"the preamble gives an interval of {interval} {waveform.XUnit} between two samples", "Is 'x' in the profile right?");
        return new Waveform(samples, waveform.YUnit, new Quantity(interval, waveform.XUnit), new Quantity(first, waveform.XUnit))
        {
            Time = _clock.Now,
            Source = PathOf(parameter.Name, channel).ToString(),
        };
    }
}
