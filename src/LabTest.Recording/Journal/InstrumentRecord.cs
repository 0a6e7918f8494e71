namespace LabTest.Recording.Journal;

/// <summary>An instrument as it was found.</summary>
/// <param name="Alias">The name the station gives it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Profile">The id of its profile.</param>
/// <param name="Address">Its resource address.</param>
/// <param name="IsSimulated">Whether a simulator answered.</param>
/// <param name="Identity">What it answered.</param>
/// <param name="Model">Its model.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Firmware">Its firmware version.</param>
/// <param name="Calibration">Its calibration.</param>
internal sealed record InstrumentRecord(
    string Alias,
    string Name,
    string Profile,
    string Address,
    bool IsSimulated,
    string? Identity,
    string? Model,
    string? Serial,
    string? Firmware,
    CalibrationRecord? Calibration)
{
    /// <summary>Why it can give no sign of its safe state, in the words of its profile; null for one that can.</summary>
    public string? NoSign { get; init; }

    /// <summary>Whether anything is done to make it safe when the station closes or a test fails; null in journals that do not say it.</summary>
    public bool? IsMadeSafe { get; init; }
}
