using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("an accuracy")]
internal sealed record AccuracyBodySpec : YamlObject
{
    [Description("The rows of the datasheet; the first that applies counts.")]
    public required IReadOnlyList<AccuracyRowSpec> Rows { get; init; }

    [Description("The parameter that gives the active range.")]
    public string? By { get; init; }

    [Description("What the datasheet's figure is: a limit (if not given; u = a/√3), one sigma, or an expanded uncertainty with k = 2.")]
    public AccuracyBasis? Basis { get; init; }

    [Description("Under which conditions the figures hold.")]
    public AccuracyValiditySpec? Valid { get; init; }
}
