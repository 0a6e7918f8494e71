using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a ramp")]
internal sealed record RampSpec : YamlObject
{
    [Description("The largest change at once.")]
    public required Quantity Step { get; init; }

    [Description("The time between two changes.")]
    public required Quantity Every { get; init; }
}
