using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a unit by parameter")]
internal sealed record UnitBySpec : YamlObject
{
    [Description("The parameter that decides.")]
    public required string By { get; init; }

    [Description("The unit for each of its values.")]
    public required IReadOnlyDictionary<string, Unit> Map { get; init; }
}
