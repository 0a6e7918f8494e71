using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>The inverse of the formula from raw numbers to values, which is linear.</summary>
internal sealed class RawScale
{
    private readonly double _zero;
    private readonly double _slope;

    public RawScale(WaveformModel waveform, EvaluationContext context)
    {
        context.Raw = 0;
        _zero = waveform.Y(context);
        context.Raw = 1;
        _slope = waveform.Y(context) - _zero;
    }

    public double RawOf(double value) => _slope == 0 ? 0 : (value - _zero) / _slope;
}
