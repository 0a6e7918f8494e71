using System.Globalization;
using System.Text;
using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>Makes the preambles and binary blocks of simulated waveforms, by inverting the linear formula with which the driver scales them.</summary>
internal sealed class TraceGenerator(SimulatedInstrument instrument)
{
    private readonly TriggerSearch _trigger = new(instrument);

    public SimulatedAnswer Preamble(WaveformModel waveform, int channel) =>
        new(string.Join(',', Fields(waveform, channel).Select(f => f.ToString("R", CultureInfo.InvariantCulture))));

    public SimulatedAnswer Block(ParameterModel parameter, int channel)
    {
        var waveform = parameter.Waveform!;
        var cell = instrument.State[parameter, channel];
        var capture = cell.Reads++;
        var context = new SimulationContext(instrument, channel) { Fields = Fields(waveform, channel) };
        var count = Count(waveform, context);
        var scale = new RawScale(waveform, context);
        var trigger = waveform.Simulation?.Trigger is { } search ? _trigger.Find(search, channel, Span(waveform, context, count)) : instrument.Station.Now;

        var size = SampleCodec.SizeOf(waveform.Sample);
        var header = Header(count * size);
        var block = new byte[header.Length + count * size];
        header.CopyTo(block, 0);
        var noise = waveform.Simulation?.Noise is { } sigma ? instrument.Evaluate(sigma, channel, trigger) : 0;
        for (var i = 0; i < count; i++)
        {
            context.Index = i;
            var time = waveform.X(context);
            var value = waveform.Simulation is { } simulation ? instrument.EvaluateTrace(simulation.Y, channel, time, trigger) : 0;
            if (noise != 0)
                value += noise * Noise.Gaussian(cell.NoiseKey + capture * 0x9E3779B97F4A7C15UL, (ulong)i);
            SampleCodec.Write(block.AsSpan(header.Length + i * size), waveform.Sample, waveform.Order, scale.RawOf(value));
        }

        return new SimulatedAnswer(block);
    }

    private double[] Fields(WaveformModel waveform, int channel) =>
        waveform.Simulation is { } simulation ? [.. simulation.Preamble.Select(f => instrument.Evaluate(f, channel, instrument.Station.Now))] : new double[waveform.Fields.Count];

    // The preamble says how many points there are, by a field of one of the usual names.
    private static int Count(WaveformModel waveform, EvaluationContext context)
    {
        for (var i = 0; i < waveform.Fields.Count; i++)
        {
            if (waveform.Fields[i] is "count" or "points")
                return (int)Math.Clamp(context.Fields[i], 0, 10_000_000);
        }

        return 1000;
    }

    private static double Span(WaveformModel waveform, SimulationContext context, int count)
    {
        context.Index = 0;
        var first = waveform.X(context);
        context.Index = count;
        return waveform.X(context) - first;
    }

    // IEEE 488.2, section 8.7.9: #, the number of digits, the number of bytes.
    private static byte[] Header(int length)
    {
        var digits = length.ToString(CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"#{digits.Length}{digits}");
    }
}
