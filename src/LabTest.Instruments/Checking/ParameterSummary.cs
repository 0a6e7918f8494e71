namespace LabTest.Instruments.Checking;

/// <summary>A parameter, explained.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsChannel">Whether every channel has one.</param>
/// <param name="Type">What kind of value it holds.</param>
/// <param name="Kind">Setting, reading or info.</param>
/// <param name="Unit">Its unit; empty for none.</param>
/// <param name="Values">What it may be set to: a range, or options; empty where the profile does not say.</param>
internal sealed record ParameterSummary(string Name, bool IsChannel, ParameterType Type, ParameterKind Kind, string Unit, string Values)
{
    /// <summary>What it is, in words; none where the profile does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The query, as the manual prints it.</summary>
    public string? Get { get; init; }

    /// <summary>The command, as the manual prints it.</summary>
    public string? Set { get; init; }

    /// <summary>Whether its uncertainty is known.</summary>
    public bool HasAccuracy { get; init; }
}
