namespace LabTest.Instruments.Profiles;

/// <summary>What the simulator needs beyond the driver.</summary>
internal sealed record SimulationModel
{
    public IReadOnlyDictionary<string, double> Variables { get; init; } = new Dictionary<string, double>();

    /// <summary>The inputs, with the value of one that nothing drives.</summary>
    public IReadOnlyDictionary<string, double> Ports { get; init; } = new Dictionary<string, double>();

    /// <summary>What the instrument does to the circuit.</summary>
    public IReadOnlyDictionary<string, Func<EvaluationContext, double>> Signals { get; init; } = new Dictionary<string, Func<EvaluationContext, double>>();

    public TimeSpan Latency { get; init; }

    public IReadOnlyDictionary<string, FaultModel> Faults { get; init; } = new Dictionary<string, FaultModel>();
}
