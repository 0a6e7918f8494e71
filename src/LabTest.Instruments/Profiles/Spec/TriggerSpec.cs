using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a trigger")]
internal sealed record TriggerSpec : YamlObject
{
    [Description("The signal, a formula of t.")]
    public required ExpressionSpec Source { get; init; }

    [Description("The level it has to cross.")]
    public required ExpressionSpec Level { get; init; }

    [Description("1 (or not given) for a rising crossing, -1 for a falling one.")]
    public ExpressionSpec? Slope { get; init; }
}
