namespace LabTest.Instruments.Profiles;

/// <summary>A unit that depends on another parameter.</summary>
internal sealed record UnitByModel(ParameterModel Parameter, IReadOnlyDictionary<string, Unit> Units);
