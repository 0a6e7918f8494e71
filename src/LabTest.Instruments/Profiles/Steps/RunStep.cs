namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Runs another action.</summary>
internal sealed record RunStep(string Action) : ActionStep;
