using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("the safety")]
internal sealed record SafetySpec : YamlObject
{
    [Description("Steps that make the instrument safe, on every channel; run on open, on failure, on abort and on close.")]
    public required IReadOnlyList<StepSpec> SafeState { get; init; }

    [Description("'none' for an instrument that can give no sign of its safe state: nothing can be read back, and there is no error queue and no *OPC?. Every run repeats the reason.")]
    public SafetyConfirmation? Confirm { get; init; }

    [Description("Why the instrument can give no sign; needed with 'confirm: none'.")]
    public string? Reason { get; init; }

    [Description("How long the safe state is tried, beyond what its steps wait for; 10 s if not given.")]
    public Quantity? Deadline { get; init; }
}
