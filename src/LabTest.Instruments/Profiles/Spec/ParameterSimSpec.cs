using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("what the simulator answers")]
internal sealed record ParameterSimSpec : YamlObject
{
    [Description("The value of a reading, without noise: a formula of parameters of the same channel or instrument, variables, ports, ch and t.")]
    public ExpressionSpec? Value { get; init; }

    [Description("The standard deviation of the noise; it depends on the seed and on which reading it is, not on the order of readings.")]
    public ExpressionSpec? Noise { get; init; }

    [Description("The step to which the value is rounded.")]
    public ExpressionSpec? Quantum { get; init; }

    [Description("How long a reading takes.")]
    public ExpressionSpec? Delay { get; init; }

    [Description("Waveform: the fields of the preamble.")]
    public IReadOnlyDictionary<string, ExpressionSpec>? Preamble { get; init; }

    [Description("Waveform: the trace, a formula of t, the time from the trigger in seconds.")]
    public ExpressionSpec? Y { get; init; }

    [Description("Waveform: what the trigger looks at; the trace is taken about its last crossing of the level.")]
    public TriggerSpec? Trigger { get; init; }
}
