using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("the channels")]
internal sealed record ChannelsSpec : YamlObject
{
    [Description("What the instrument calls its channels.")]
    public required IReadOnlyList<string> Ids { get; init; }

    [Description("How a command says which channel: 'header' writes {ch} into it, 'list' appends (@1), 'select' sends another command first.")]
    public required ChannelAddressing Address { get; init; }

    [Description("The command that selects a channel, for 'select'; sent before each command, under the same lock.")]
    public string? Select { get; init; }

    [Description("The parameters that each channel has.")]
    public required IReadOnlyDictionary<string, ParameterSpec> Parameters { get; init; }
}
