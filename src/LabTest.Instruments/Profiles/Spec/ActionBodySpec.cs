using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("an action")]
internal sealed record ActionBodySpec : YamlObject
{
    [Description("What it does, in a sentence.")]
    public string? Doc { get; init; }

    [Description("The steps, in order.")]
    public required IReadOnlyList<StepSpec> Do { get; init; }
}
