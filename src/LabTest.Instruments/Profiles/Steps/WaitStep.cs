namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Waits.</summary>
internal sealed record WaitStep(TimeSpan Time) : ActionStep;
