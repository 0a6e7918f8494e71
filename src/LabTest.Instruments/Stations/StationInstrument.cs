using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Stations;

/// <summary>An instrument of a station: its profile, and what the station says of it.</summary>
internal sealed record StationInstrument
{
    public required string Alias { get; init; }

    public required InstrumentModel Model { get; init; }

    /// <summary>The resource address; none for one that is simulated in-process.</summary>
    public required ResourceAddress? Address { get; init; }

    /// <summary>Whether what answers is a simulator, in this process or another.</summary>
    public required bool IsSimulated { get; init; }

    public string? Serial { get; init; }

    /// <summary>Names of channels and which they are, from 0: the station's, the ids, and <c>ch1</c> for an id 1.</summary>
    public required IReadOnlyDictionary<string, int> Channels { get; init; }

    /// <summary>The name of each channel as it is shown: the station's if it gives one.</summary>
    public required IReadOnlyList<string> ChannelNames { get; init; }

    public required IReadOnlyDictionary<(ParameterModel Parameter, int Channel), Bound> Bounds { get; init; }

    public required IReadOnlyList<Assignment> Set { get; init; }

    public Calibration? Calibration { get; init; }

    public required LinkModel Link { get; init; }

    public required Simulation.SimulatedInstrumentOptions Simulation { get; init; }
}
