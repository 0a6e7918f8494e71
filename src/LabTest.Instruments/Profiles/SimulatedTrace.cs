namespace LabTest.Instruments.Profiles;

/// <summary>How the simulator makes a trace.</summary>
internal sealed record SimulatedTrace
{
    /// <summary>The fields of the preamble, in its order.</summary>
    public required IReadOnlyList<Func<EvaluationContext, double>> Preamble { get; init; }

    /// <summary>The signal at a time.</summary>
    public required Func<EvaluationContext, double> Y { get; init; }

    public Func<EvaluationContext, double>? Noise { get; init; }

    public SimulatedTrigger? Trigger { get; init; }
}
