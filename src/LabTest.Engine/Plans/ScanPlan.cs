namespace LabTest.Engine.Plans;

/// <summary>One parameter goes through values, and others are read at each.</summary>
/// <param name="Name">The name its data is recorded under.</param>
/// <param name="Path">The parameter that is set.</param>
/// <param name="Points">The values, in order.</param>
/// <param name="Reads">The parameters that are read at each.</param>
internal sealed record ScanPlan(string Name, string Path, IReadOnlyList<Quantity> Points, IReadOnlyList<string> Reads) : Plan(Name)
{
    /// <summary>How long to wait after each move.</summary>
    public TimeSpan Settle { get; init; }

    /// <summary>Whether the parameter gets the value back that it had, also after a failure.</summary>
    public bool Restores { get; init; } = true;
}
