using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a resync")]
internal sealed record ResyncSpec : YamlObject
{
    [Description("A query that can be asked at any time and changes nothing.")]
    public required string Query { get; init; }

    [Description("A regular expression that its answer matches, and no other answer of the instrument.")]
    public required string Match { get; init; }
}
