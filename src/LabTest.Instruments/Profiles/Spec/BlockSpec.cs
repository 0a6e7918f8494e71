using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a binary block")]
internal sealed record BlockSpec : YamlObject
{
    [Description("The type of a sample.")]
    public required SampleType Sample { get; init; }

    [Description("Which byte of a sample comes first; little if not given.")]
    public SampleOrder? Order { get; init; }
}
