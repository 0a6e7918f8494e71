namespace LabTest.Instruments.Profiles;

/// <summary>How a parameter is changed in steps.</summary>
/// <param name="Step">The largest change at once, in the parameter's unit.</param>
/// <param name="Every">The time between two changes.</param>
internal sealed record RampModel(double Step, TimeSpan Every);
