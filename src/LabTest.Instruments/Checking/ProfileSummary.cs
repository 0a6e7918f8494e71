namespace LabTest.Instruments.Checking;

/// <summary>A profile, explained.</summary>
/// <param name="Id">Vendor and model.</param>
/// <param name="Name">What it is, in words.</param>
/// <param name="Class">The interchangeable kind of instrument; null for none.</param>
/// <param name="Files">The files it was read from, itself first, then those it extends.</param>
internal sealed record ProfileSummary(string Id, string Name, string? Class, IReadOnlyList<string> Files)
{
    /// <summary>The query and the expression that its answer must match; null for an instrument that does not say what it is.</summary>
    public required string? Identity { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    public required IReadOnlyList<ParameterSummary> Parameters { get; init; }

    /// <summary>Actions by name, with what they do.</summary>
    public required IReadOnlyDictionary<string, string> Actions { get; init; }

    /// <summary>Capabilities by name, with who plays them.</summary>
    public required IReadOnlyDictionary<string, string> Capabilities { get; init; }

    /// <summary>Whether it says how it is made safe.</summary>
    public required bool HasSafeState { get; init; }

    /// <summary>How its safe state is confirmed, or why it cannot be.</summary>
    public required string SafeState { get; init; }

    /// <summary>The faults that a station may switch on in simulation.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The inputs that a station may wire in simulation.</summary>
    public required IReadOnlyList<string> Ports { get; init; }
}
