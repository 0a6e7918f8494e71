namespace LabTest.Instruments.Checking;

/// <summary>An instrument of a station, explained.</summary>
/// <param name="Alias">Its name.</param>
/// <param name="Profile">The id of its profile.</param>
/// <param name="Where">Its resource address, or that it is simulated.</param>
/// <param name="Channels">The names of its channels.</param>
internal sealed record StationInstrumentSummary(string Alias, string Profile, string Where, IReadOnlyList<string> Channels)
{
    /// <summary>How far its parameters may be set: <c>vdd.voltage: 0 V to 5.5 V</c>.</summary>
    public required IReadOnlyList<string> Bounds { get; init; }

    /// <summary>What it is set to: <c>vdd.current = 2 A</c>.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>Certificate and due date; null for none.</summary>
    public required string? Calibration { get; init; }
}
