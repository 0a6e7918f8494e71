namespace LabTest.Instruments.Stations;

/// <summary>A parameter and what it is set to.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Channel">Which channel, from 0; -1 for none or all.</param>
/// <param name="Value">The value in canonical form.</param>
internal sealed record Assignment(Profiles.ParameterModel Parameter, int Channel, ParameterValue Value);
