namespace LabTest.Recording.Runs;

/// <summary>A measurement before it is recorded.</summary>
internal sealed record MeasurementDraft(string Name, MeasuredValue Value, Instant Time)
{
    public string? Source { get; init; }

    public Quantity? Uncertainty { get; init; }

    /// <summary>Where its numbers are recorded already; none where they are not.</summary>
    public string? Dataset { get; init; }

    public int Samples { get; init; } = 1;
}
