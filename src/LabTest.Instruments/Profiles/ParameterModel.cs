using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles;

/// <summary>A parameter of a profile, checked and compiled: what the driver sends and reads and what the simulator answers.</summary>
internal sealed class ParameterModel(ParameterSpec spec, string name, bool isChannel, ParameterType type, ParameterKind kind)
{
    /// <summary>The options of a flag, where the profile says what is sent for them.</summary>
    public const string On = "on";

    /// <inheritdoc cref="On"/>
    public const string Off = "off";

    public string Name { get; } = name;

    /// <summary>Whether every channel has one.</summary>
    public bool IsChannel { get; } = isChannel;

    public ParameterType Type { get; } = type;

    public ParameterKind Kind { get; } = kind;

    public string? Description { get; } = spec.Doc;

    /// <summary>Where the profile describes it.</summary>
    public Yaml.YamlMark Mark { get; } = spec.Mark;

    /// <summary>Where the profile says how it is asked for.</summary>
    public Yaml.YamlMark GetMark { get; } = spec.MarkOf(spec.Scpi is null ? "get" : "scpi");

    public bool IsNumber => Type is ParameterType.Number or ParameterType.Integer;

    /// <summary>The unit; of the first value where it depends on another parameter.</summary>
    public Unit Unit { get; init; } = Unit.One;

    /// <summary>The query; none for what can only be set.</summary>
    public CommandTemplate? Get { get; init; }

    /// <summary>The command; none for what can only be read.</summary>
    public CommandTemplate? Set { get; init; }

    /// <summary>What the command is answered with; null for what the link says.</summary>
    public ReplyModel? Reply { get; init; }

    /// <summary>Whether the command has quotes around the value.</summary>
    public bool IsQuoted => Set?.Arguments.Any(a => a.IsQuoted("value")) == true;

    /// <summary>The values it may take; empty where any in range will do.</summary>
    public IReadOnlyList<OptionModel> Options
    {
        get;
        init
        {
            field = value;
            NumericOptions = [.. value.Where(o => o.IsNumber).Select(o => o.Number).Order()];
        }
    }

    = [];

    public Coercion Coerce { get; } = spec.Coerce ?? Coercion.Refuse;

    public string? Format { get; } = spec.Format;

    public required AnswerParser Answer { get; init; }

    /// <summary>What it answers where there is no valid value, beside what SCPI says; null where the profile does not say.</summary>
    public OverloadSpec? Overload { get; } = spec.Overload;

    public TimeSpan Settle { get; set; }

    /// <summary>The value after a reset, in canonical form; none where the profile does not say.</summary>
    public ParameterValue? Init { get; set; }

    public RangeModel? Range { get; set; }

    public RampModel? Ramp { get; set; }

    /// <summary>The parameter that decides on the unit, and the units for its values.</summary>
    public UnitByModel? UnitBy { get; set; }

    public WaveformModel? Waveform { get; set; }

    public SimulatedReading? Simulation { get; set; }

    public AccuracyModel? Accuracy { get; set; }

    /// <summary>The parameters whose values the same query gives, itself among them; empty where its query is its own.</summary>
    public IReadOnlyList<ParameterModel> AnsweredTogether { get; set; } = [];

    /// <summary>Those of its options that are numbers, from the lowest.</summary>
    public IReadOnlyList<double> NumericOptions { get; private init; } = [];

    public double? LowestOption => NumericOptions.Count == 0 ? null : NumericOptions[0];

    public double? HighestOption => NumericOptions.Count == 0 ? null : NumericOptions[^1];

    /// <summary>An option by its name.</summary>
    public OptionModel? FindOption(string name)
    {
        foreach (var option in Options)
        {
            if (option.Name == name)
                return option;
        }

        return null;
    }

    /// <summary>The numeric option that is nearest to a number, if there is any.</summary>
    public double? NearestOption(double number)
    {
        double? nearest = null;
        foreach (var option in NumericOptions)
        {
            if (nearest is null || Math.Abs(option - number) < Math.Abs(nearest.Value - number))
                nearest = option;
        }

        return nearest;
    }

    /// <summary>What is sent for a flag: 1 and 0 (SCPI-99, volume 1, section 7.3), unless the profile says otherwise.</summary>
    public string Wire(bool flag) => FindOption(flag ? On : Off)?.Wire.Text ?? (flag ? "1" : "0");

    /// <summary>Whether a number is an option, but for the rounding of its digits.</summary>
    public bool IsSame(double option, double number) => Math.Abs(option - number) <= 1e-9 * Math.Abs(option);

    /// <summary>The option that an answer means: in any of its forms, as the same number, or by the long form of a word of which only the short one is printed.</summary>
    public OptionModel? FindAnswered(string text) =>
        Options.FirstOrDefault(o => o.Wire.Matches(text)) ?? Options.FirstOrDefault(o => o.Wire.MatchesNumber(text))
        ?? (Options.Where(o => o.Wire.MatchesLong(text)).Take(2).ToArray() is [var only] ? only : null);

    /// <summary>Whether a number, as it is sent, means that there is no valid value: by the profile, or as SCPI says unless the range holds it.</summary>
    /// <param name="sent">The number before it is scaled.</param>
    /// <param name="channel">The channel whose range counts; null for none.</param>
    public bool IsNoValue(double sent, string? channel) =>
        Overload?.Matches(sent) == true || (NoValue.Is(sent) && (!double.IsFinite(sent) || Range?.Constant(channel)?.Allows(sent * Answer.Scale) != true));
}
