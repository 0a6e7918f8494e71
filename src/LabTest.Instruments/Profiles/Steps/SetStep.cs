namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Sets a parameter, through the one choke point.</summary>
internal sealed record SetStep(ParameterModel Parameter, ParameterValue Value) : ActionStep;
