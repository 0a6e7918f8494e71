using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a status")]
internal sealed record StatusSpec : YamlObject
{
    [Description("A regular expression that the line before each answer must match.")]
    public required string Line { get; init; }
}
