namespace LabTest.Instruments.Simulation;

/// <summary>What a station says of a simulated instrument.</summary>
internal sealed record SimulatedInstrumentOptions
{
    /// <summary>The serial number it answers with.</summary>
    public string Serial { get; init; } = "SIM0001";

    /// <summary>How it is talked to; as the profile says if not given.</summary>
    public Profiles.LinkModel? Link { get; init; }

    /// <summary>Variables with other values than the profile's.</summary>
    public IReadOnlyDictionary<string, double> Variables { get; init; } = new Dictionary<string, double>();

    /// <summary>The faults that are switched on.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
