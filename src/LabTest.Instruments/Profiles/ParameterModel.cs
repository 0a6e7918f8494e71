using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>A parameter of a profile, checked and compiled: what the driver sends and reads and what the simulator answers.</summary>
internal sealed class ParameterModel(ParameterSpec spec, string name, bool isChannel, ParameterType type, ParameterKind kind)
{
    public string Name { get; } = name;

    /// <summary>Whether every channel has one.</summary>
    public bool IsChannel { get; } = isChannel;

    public ParameterType Type { get; } = type;

    public ParameterKind Kind { get; } = kind;

    public string? Description { get; } = spec.Doc;

    /// <summary>The unit; of the first value where it depends on another parameter.</summary>
    public Unit Unit { get; init; } = Unit.One;

    /// <summary>The query; none for what can only be set.</summary>
    public CommandTemplate? Get { get; init; }

    /// <summary>The command; none for what can only be read.</summary>
    public CommandTemplate? Set { get; init; }

    /// <summary>The values it may take; empty where any in range will do.</summary>
    public IReadOnlyList<OptionModel> Options { get; init; } = [];

    public Coercion Coerce { get; } = spec.Coerce ?? Coercion.Refuse;

    public string? Format { get; } = spec.Format;

    public AnswerParser Answer { get; } = new(spec.Parse);

    public double? Overload { get; } = spec.Overload;

    public TimeSpan Settle { get; } = Durations.Of(spec.Settle);

    /// <summary>The value after a reset, in canonical form; none where the profile does not say.</summary>
    public ParameterValue? Init { get; set; }

    public RangeModel? Range { get; set; }

    public RampModel? Ramp { get; set; }

    /// <summary>The parameter that decides on the unit, and the units for its values.</summary>
    public UnitByModel? UnitBy { get; set; }

    public WaveformModel? Waveform { get; set; }

    public SimulatedReading? Simulation { get; set; }

    public AccuracyModel? Accuracy { get; set; }

    /// <summary>An option by its name.</summary>
    public OptionModel? FindOption(string name) => Options.FirstOrDefault(o => o.Name == name);
}
