namespace LabTest;

/// <summary>A trace.</summary>
/// <param name="Waveform">The trace.</param>
public sealed record WaveformValue(Waveform Waveform) : MeasuredValue
{
    /// <inheritdoc/>
    public override Unit Unit => Waveform.Unit;

    /// <inheritdoc/>
    public override string ToString() => $"waveform of {Waveform.Samples.Length} samples";
}
