namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Reads a parameter.</summary>
internal sealed record ReadStep(ParameterModel Parameter) : ActionStep;
