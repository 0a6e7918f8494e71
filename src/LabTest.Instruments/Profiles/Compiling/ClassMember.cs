namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>A parameter that every profile of a class has.</summary>
internal sealed record ClassMember(string Name, ParameterType Type, string Unit, ParameterKind Kind, bool IsChannel);
