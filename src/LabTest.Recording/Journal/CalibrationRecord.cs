namespace LabTest.Recording.Journal;

/// <summary>The calibration of an instrument.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Done">When it was calibrated.</param>
/// <param name="Due">When it has to be calibrated again.</param>
/// <param name="IsOverdue">Whether that day was past.</param>
internal sealed record CalibrationRecord(string? Certificate, DateOnly? Done, DateOnly? Due, bool IsOverdue);
