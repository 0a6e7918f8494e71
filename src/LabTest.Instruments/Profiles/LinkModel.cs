using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Profiles.Steps;

namespace LabTest.Instruments.Profiles;

/// <summary>How to talk to an instrument.</summary>
internal sealed record LinkModel
{
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    public string WriteTerminator { get; init; } = "\n";

    public string ReadTerminator { get; init; } = "\n";

    /// <summary>The least time between two commands.</summary>
    public TimeSpan Gap { get; init; }

    /// <summary>How often a query is repeated.</summary>
    public int Retries { get; init; }

    public IReadOnlyList<RetryCause> RetryOn { get; init; } = [RetryCause.Timeout];

    /// <summary>What is done after the connection is made; *CLS where the profile does not say.</summary>
    public IReadOnlyList<Step>? OnOpen { get; init; }
}
