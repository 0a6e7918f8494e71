using System.ComponentModel;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

[YamlName("an instrument of a station")]
internal sealed record StationInstrumentSpec : YamlObject
{
    [Description("The id of its profile, or the path of the file.")]
    public required string Profile { get; init; }

    [Description("The VISA resource address, such as TCPIP0::192.168.1.20::5025::SOCKET; without one it is simulated.")]
    public string? Address { get; init; }

    [Description("Whether it is simulated; as the station says if not given.")]
    public SimulateSpec? Simulate { get; init; }

    [Description("The serial number it must have.")]
    public string? Serial { get; init; }

    [Description("Names for its channels.")]
    public IReadOnlyDictionary<string, string>? Channels { get; init; }

    [Description("How far parameters may be set: {parameter: [lowest, highest]} or {channel: {parameter: [lowest, highest]}}; they may only narrow.")]
    public IReadOnlyDictionary<string, ByChannelSpec<BoundEndsSpec>>? Bounds { get; init; }

    [Description("What it is set to after it was opened and before each class: {parameter: value} or {channel: {parameter: value}}.")]
    public IReadOnlyDictionary<string, ByChannelSpec<ValueSpec>>? Set { get; init; }

    [Description("Its calibration.")]
    public CalibrationSpec? Calibration { get; init; }

    [Description("How to talk to it, where that differs from the profile.")]
    public LinkSpec? Link { get; init; }

    [Description("How its simulation differs from the profile.")]
    public StationSimSpec? Sim { get; init; }
}
