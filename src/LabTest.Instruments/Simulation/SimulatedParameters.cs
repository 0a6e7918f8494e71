using LabTest.Instruments.Profiles;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>Sets and reads the parameters of a simulated instrument.</summary>
internal sealed class SimulatedParameters(SimulatedInstrument instrument)
{
    /// <summary>Sets a parameter on channels; what is refused is queued as an error and changes nothing.</summary>
    public SimulatedAnswer? Set(ParameterModel parameter, string text, IReadOnlyList<int> channels)
    {
        foreach (var channel in channels)
        {
            var (value, error) = WireValue.Read(parameter, text, RangeOf(parameter, channel), instrument.ContextOf(channel));
            if (value is not { } accepted)
            {
                instrument.Status.Add(error);
                continue;
            }

            SimulatedState.Store(parameter, instrument.State[parameter, channel], accepted);
            instrument.Station.Changed();
        }

        return null;
    }

    /// <summary>Answers a query, with the values of all parameters that ask it.</summary>
    public SimulatedAnswer Read(ParameterModel parameter, int channel)
    {
        if (parameter.AnsweredTogether.Count == 0)
        {
            var (text, delay) = ValueOf(parameter, channel);
            return new SimulatedAnswer(parameter.Answer.Compose(text), delay) { Overload = parameter.Overload?.Sample() };
        }

        var values = parameter.AnsweredTogether.Select(p => (p.Answer, Value: ValueOf(p, channel))).ToArray();
        return new SimulatedAnswer(AnswerParser.Compose([.. values.Select(v => (v.Answer, v.Value.Text))]), values.Max(v => v.Value.Delay));
    }

    // The value as it is written, and how long it takes to read.
    private (string Text, TimeSpan Delay) ValueOf(ParameterModel parameter, int channel)
    {
        var cell = instrument.State[parameter, channel];
        var read = cell.Reads++;
        var now = instrument.Station.Now;
        var simulation = parameter.Simulation;
        var delay = simulation?.Delay is { } takes ? TimeSpan.FromSeconds(Math.Clamp(instrument.Evaluate(takes, channel, now), 0, 1e6)) : default;
        if (simulation?.Value is null && cell.Text is { } text)
            return (WireValue.Write(parameter, text), delay);

        var value = instrument.NoiseFree(parameter, channel, now);
        if (parameter.IsNoValue(value, ChannelOf(parameter, channel)))
            return (NoValueText(parameter, value), delay);
        if (simulation?.Noise is { } noise)
            value += instrument.Evaluate(noise, channel, now) * Noise.Gaussian(cell.NoiseKey, read);
        if (simulation?.Quantum is { } quantum && instrument.Evaluate(quantum, channel, now) is > 0 and var step)
            value = Rounded(value, step);
        return (WireValue.Write(parameter, value), delay);
    }

    // What a formula gives for no valid value is sent as it is, without scaling; what is not a number as the profile says.
    private static string NoValueText(ParameterModel parameter, double value) =>
        parameter.Overload is { } overload && !double.IsFinite(value) ? overload.Sample() : NumericData.Write(value);

    /// <summary>Answers what a setting may be at least or at most, or what it is after a reset.</summary>
    public SimulatedAnswer? Limit(ParameterModel parameter, string text, int channel)
    {
        if (WireValue.Special(parameter, text, RangeOf(parameter, channel), instrument.ContextOf(channel)) is { } value)
            return new SimulatedAnswer(parameter.Answer.Compose(WireValue.Write(parameter, value)));
        instrument.Status.Add(ScpiError.IllegalParameterValue);
        return null;
    }

    // The inverse of a step such as 0.1 mV is a whole number, and dividing by it leaves no digits behind the step.
    private static double Rounded(double value, double step)
    {
        var inverse = Math.Round(1 / step);
        return Math.Abs(inverse * step - 1) < 1e-12 ? Math.Round(value / step) / inverse : Math.Round(value / step) * step;
    }

    private RangeEnds? RangeOf(ParameterModel parameter, int channel) => parameter.Range?.EndsOf(ChannelOf(parameter, channel));

    private string? ChannelOf(ParameterModel parameter, int channel) => parameter.IsChannel ? instrument.Model.Channels[channel] : null;
}
