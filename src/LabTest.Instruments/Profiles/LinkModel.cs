using System.Text.RegularExpressions;
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

    /// <summary>What is done after the connection is made; where the profile does not say, *CLS for an instrument of IEEE 488.2, else nothing.</summary>
    public IReadOnlyList<ActionStep>? OnOpen { get; init; }

    /// <summary>What every command that is no query is answered with.</summary>
    public ReplyModel Reply { get; init; } = ReplyModel.None;

    /// <summary>What the line before each answer must match; null if answers have none.</summary>
    public Regex? Status { get; init; }

    /// <summary>What is asked to bring the link in step, and what its answer matches; null for the identity query.</summary>
    public IdentityModel? Resync { get; init; }

    /// <summary>How long nothing must come before the link counts as quiet.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether each query is closed by an answer that differs each time.</summary>
    public bool ConfirmsQueries { get; init; }

    /// <summary>The fewest bytes a second that a block comes with.</summary>
    public long Slowest { get; init; } = 100_000;
}
