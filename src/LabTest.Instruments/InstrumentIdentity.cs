namespace LabTest.Instruments;

/// <summary>What an instrument answered when it was asked what it is.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Model">The model, where the profile's expression names one.</param>
/// <param name="Serial">The serial number.</param>
/// <param name="Firmware">The firmware version.</param>
public sealed record InstrumentIdentity(string Answer, string? Model, string? Serial, string? Firmware);
