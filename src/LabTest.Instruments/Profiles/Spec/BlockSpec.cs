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

    [Description("How many samples come, as a number or a formula of the fields of the preamble; what the preamble's field 'points' or 'count' says if not given.")]
    public ExpressionSpec? Points { get; init; }

    [Description("The longest block that is taken, in bytes; what 'points' allow, else 1 GiB, if not given.")]
    public ByteCountSpec? AtMost { get; init; }
}
