namespace LabTest.Instruments.Safety;

/// <summary>What a profile says of the instrument's safe state beside its steps.</summary>
internal sealed record SafetyModel
{
    /// <summary>How long a safe state is tried where the profile does not say.</summary>
    public static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(10);

    /// <summary>Why the instrument can give no sign of its safe state; null for one that can.</summary>
    public string? NoSign { get; init; }

    /// <summary>How long it is tried, beyond what its steps wait for.</summary>
    public TimeSpan Deadline { get; init; } = UsualDeadline;
}
