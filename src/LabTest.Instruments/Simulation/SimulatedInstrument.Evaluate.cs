using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <content>Formulas.</content>
internal sealed partial class SimulatedInstrument
{
    private const int MostDepth = 64;

    /// <summary>A parameter's value without noise: of a reading its formula, of a setting what it was set to.</summary>
    public double NoiseFree(ParameterModel parameter, int channel, double time) =>
        parameter.Simulation?.Value is { } value ? Evaluate(value, channel, time) : State[parameter, channel].Number;

    /// <summary>A formula on a channel at a time.</summary>
    /// <exception cref="SimulationException">What it depends on comes back to itself.</exception>
    public double Evaluate(Func<EvaluationContext, double> formula, int channel, double time)
    {
        if (_depth >= MostDepth)
            throw new SimulationException($"What '{Alias}' simulates comes back to itself: by a wire, an input depends on itself, or by a formula, a parameter does. Take one wire or name away.");

        var context = _contexts[channel];
        var before = context.Time;
        context.Time = time;
        _depth++;
        try
        {
            return formula(context);
        }
        finally
        {
            context.Time = before;
            _depth--;
        }
    }

    /// <summary>A formula of a trace: <c>t</c> counts from the trigger, and inputs are asked at the time that is meant.</summary>
    public double EvaluateTrace(Func<EvaluationContext, double> formula, int channel, double fromTrigger, double trigger)
    {
        _contexts[channel].Origin = trigger;
        try
        {
            return Evaluate(formula, channel, trigger + fromTrigger);
        }
        finally
        {
            _contexts[channel].Origin = 0;
        }
    }

    /// <summary>What formulas see on a channel.</summary>
    public SimulationContext ContextOf(int channel) => _contexts[channel];
}
