namespace LabTest.Instruments.Profiles.Steps;

/// <summary>Waits until pending operations are complete (*OPC?, IEEE 488.2, section 10.19).</summary>
internal sealed record OperationCompleteStep(TimeSpan Timeout) : ActionStep;
