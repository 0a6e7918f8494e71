namespace LabTest.Instruments.Profiles;

/// <summary>What the simulator answers for a reading.</summary>
internal sealed record SimulatedReading
{
    /// <summary>The value without noise.</summary>
    public Func<EvaluationContext, double>? Value { get; init; }

    /// <summary>The standard deviation of the noise.</summary>
    public Func<EvaluationContext, double>? Noise { get; init; }

    public Func<EvaluationContext, double>? Quantum { get; init; }

    /// <summary>How long it takes, in seconds.</summary>
    public Func<EvaluationContext, double>? Delay { get; init; }
}
