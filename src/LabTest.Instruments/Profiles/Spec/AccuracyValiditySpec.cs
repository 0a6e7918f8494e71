using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("the validity of an accuracy")]
internal sealed record AccuracyValiditySpec : YamlObject
{
    [Description("The time since calibration, such as 1 year.")]
    public Quantity? Within { get; init; }

    [Description("The lowest and highest ambient temperature, in °C.")]
    public IReadOnlyList<double>? Temperature { get; init; }
}
