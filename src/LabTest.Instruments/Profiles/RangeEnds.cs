namespace LabTest.Instruments.Profiles;

/// <summary>Both ends of a range, in the parameter's unit.</summary>
internal sealed record RangeEnds(Func<EvaluationContext, double> Low, Func<EvaluationContext, double> High);
