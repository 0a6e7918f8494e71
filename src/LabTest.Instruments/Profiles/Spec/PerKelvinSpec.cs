using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a temperature coefficient")]
internal sealed record PerKelvinSpec : YamlObject
{
    [Description("The share of the reading, a kelvin.")]
    public Quantity? Reading { get; init; }

    [Description("The share of the range, a kelvin.")]
    public Quantity? OfRange { get; init; }
}
