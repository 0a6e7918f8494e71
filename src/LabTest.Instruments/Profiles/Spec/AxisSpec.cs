using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("an axis")]
internal sealed record AxisSpec : YamlObject
{
    [Description("The unit.")]
    public required Unit Unit { get; init; }

    [Description("The formula.")]
    public required ExpressionSpec Value { get; init; }
}
