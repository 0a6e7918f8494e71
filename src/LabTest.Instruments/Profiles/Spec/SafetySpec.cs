using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("the safety")]
internal sealed record SafetySpec : YamlObject
{
    [Description("Steps that make the instrument safe, on every channel; run on open, on failure, on abort and on close.")]
    public required IReadOnlyList<StepSpec> SafeState { get; init; }
}
