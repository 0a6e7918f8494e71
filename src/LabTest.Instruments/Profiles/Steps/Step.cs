namespace LabTest.Instruments.Profiles.Steps;

/// <summary>One step of an action; none loops or branches.</summary>
internal abstract record Step;
