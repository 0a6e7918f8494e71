namespace LabTest.Instruments.Checking;

/// <summary>A station, explained.</summary>
/// <param name="Name">What the bench is called.</param>
/// <param name="File">The file.</param>
/// <param name="Instruments">The instruments, in the order of the file.</param>
internal sealed record StationSummary(string Name, string File, IReadOnlyList<StationInstrumentSummary> Instruments)
{
    /// <summary>What is connected to what in simulation: <c>psu.vdd.voltage_measured → dmm.input</c>.</summary>
    public required IReadOnlyList<string> Wires { get; init; }

    /// <summary>The simulated device under test; null for none.</summary>
    public required string? DutModel { get; init; }

    /// <summary>What is done after a failure and before closing.</summary>
    public required IReadOnlyList<string> SafeStates { get; init; }

    /// <summary>The instruments that can give no sign of their safe state, with the reasons that their profiles give.</summary>
    public required IReadOnlyDictionary<string, string> WithoutSign { get; init; }

    /// <summary>Conditions: <c>temperature: 23 °C</c>.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }
}
