namespace LabTest;

/// <summary>What a measurement gave: one of <see cref="ScalarValue"/>, <see cref="TextValue"/>, <see cref="FlagValue"/>,
/// <see cref="ArrayValue"/>, <see cref="WaveformValue"/>, <see cref="TableValue"/>.</summary>
public abstract record MeasuredValue
{
    private protected MeasuredValue()
    {
    }

    /// <summary>What its numbers count.</summary>
    public abstract Unit Unit { get; }
}
