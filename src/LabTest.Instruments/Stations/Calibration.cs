namespace LabTest.Instruments.Stations;

/// <summary>What is known of an instrument's calibration.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Done">When it was calibrated.</param>
/// <param name="Due">When it has to be calibrated again.</param>
internal sealed record Calibration(string? Certificate, DateOnly? Done, DateOnly? Due)
{
    public OverduePolicy Overdue { get; init; } = OverduePolicy.Warn;

    /// <summary>Whether the day is past.</summary>
    public bool IsOverdue(DateOnly today) => Due is { } due && today > due;

    /// <summary>That the day is past, and what that means.</summary>
    public string OverdueText => $"the calibration {(Certificate is null ? "" : $"{Certificate} ")}was due on {Due:yyyy-MM-dd}; its uncertainty is unknown from then on";
}
