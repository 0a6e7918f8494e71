using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("an identity")]
internal sealed record IdentifyQuerySpec : YamlObject
{
    [Description("The query, such as *IDN?.")]
    public required string Query { get; init; }

    [Description("A regular expression for the answer, with the groups model, serial and firmware.")]
    public required string Match { get; init; }
}
