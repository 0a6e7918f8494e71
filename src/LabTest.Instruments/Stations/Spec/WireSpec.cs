using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

[YamlName("a wire")]
internal sealed record WireSpec : YamlObject
{
    [Description("A parameter or signal (alias.name or alias.channel.name), or an output of the DUT model (dut.name); it carries the value without noise.")]
    public required string From { get; init; }

    [Description("An input (port) of an instrument: alias.port or alias.channel.port.")]
    public required string To { get; init; }
}
