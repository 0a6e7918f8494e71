namespace LabTest.Instruments.Simulation.Serving;

/// <summary>An instrument that a simulator server answers for.</summary>
/// <param name="Alias">Its name on the station.</param>
/// <param name="Profile">The id of its profile.</param>
/// <param name="Address">Where any VISA client reaches it.</param>
internal sealed record ServedInstrument(string Alias, string Profile, ResourceAddress Address);
