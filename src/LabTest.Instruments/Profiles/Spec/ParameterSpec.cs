using System.ComponentModel;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Spec;

[YamlName("a parameter")]
internal sealed record ParameterSpec : YamlObject
{
    [Description("What it is, in a sentence.")]
    public string? Doc { get; init; }

    [Description("The unit of its numbers, or {by: parameter, map: {value: unit}} where it depends on another parameter.")]
    public UnitSpec? Unit { get; init; }

    [Description("The type of its value; inferred from the other keys if not given.")]
    public ParameterType? Type { get; init; }

    [Description("The header of a setting, as the manual prints it: short for get: \"<scpi>?\" and set: \"<scpi> {value}\".")]
    public string? Scpi { get; init; }

    [Description("The query, with holes {ch} and {other_parameter}.")]
    public string? Get { get; init; }

    [Description("The command, with holes {value}, {ch} and {other_parameter}; {send, reply} where it is answered otherwise than 'link' says.")]
    public SetSpec? Set { get; init; }

    [Description("The lowest and highest value, for all channels or by channel; formulas where they depend on a mode.")]
    public RangeSpec? Range { get; init; }

    [Description("The values it may take, or their names and what is sent for them.")]
    public OptionsSpec? Options { get; init; }

    [Description("What happens to a value between the options: refused (if not given), taken up, or to the nearest.")]
    public Coercion? Coerce { get; init; }

    [Description(".NET format of the number that is sent; the shortest that round-trips if not given.")]
    public string? Format { get; init; }

    [Description("Which part of the answer is the value; the whole of it if not given.")]
    public ParseSpec? Parse { get; init; }

    [Description("The value after *RST, and the one the simulator starts with.")]
    public ValueSpec? Init { get; init; }

    [Description("The steps in which a change is made.")]
    public RampSpec? Ramp { get; init; }

    [Description("How long to wait after it was set.")]
    public Quantity? Settle { get; init; }

    [Description("Inferred if not given: a setting can be set, a reading only read; an info is read once.")]
    public ParameterKind? Kind { get; init; }

    [Description("What it answers where there is no valid value, as sent: a number, a text, a list of them, or {at_least, at_most}; recorded as NaN. SCPI's own (9.9E37, 9.91E37, INF, NAN) and OL need not be given.")]
    public OverloadSpec? Overload { get; init; }

    [Description("What the simulator answers.")]
    public ParameterSimSpec? Sim { get; init; }

    [Description("Waveform: commands that are sent before each transfer.")]
    public IReadOnlyList<string>? Prepare { get; init; }

    [Description("Waveform: the query that tells how raw values become values.")]
    public PreambleSpec? Preamble { get; init; }

    [Description("Waveform: how the binary block holds the samples.")]
    public BlockSpec? Block { get; init; }

    [Description("Waveform: the axis; its formula has i, the number of the sample from 0, and the fields of the preamble.")]
    public AxisSpec? X { get; init; }

    [Description("Waveform: the values; the formula has raw, the number in the block, and the fields of the preamble, and is linear in raw.")]
    public AxisSpec? Y { get; init; }
}
