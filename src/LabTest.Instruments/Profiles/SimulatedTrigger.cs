namespace LabTest.Instruments.Profiles;

/// <summary>What a simulated trigger looks at.</summary>
internal sealed record SimulatedTrigger(
    Func<EvaluationContext, double> Source, Func<EvaluationContext, double> Level, Func<EvaluationContext, double>? Slope);
