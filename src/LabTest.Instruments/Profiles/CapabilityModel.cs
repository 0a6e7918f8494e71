namespace LabTest.Instruments.Profiles;

/// <summary>A role that an instrument plays, and the parameters or actions that play its parts.</summary>
/// <param name="Name">The capability, such as <c>Readable</c>.</param>
/// <param name="Names">The parameters, where the parts have no names.</param>
/// <param name="Roles">The parameters and actions by part, such as <c>arm</c>.</param>
internal sealed record CapabilityModel(string Name, IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> Roles);
