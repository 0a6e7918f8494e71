using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>What the parts of the compiler share: the profile, the problems found, and the parameters once they are made.</summary>
internal sealed class CompileContext(ProfileSpec spec, YamlBinder binder)
{
    private readonly Dictionary<string, int> _optionNumbers = new(StringComparer.Ordinal);

    private readonly List<CommandTemplate> _commands = [];

    public ProfileSpec Spec { get; } = spec;

    /// <summary>The commands made so far.</summary>
    public IReadOnlyList<CommandTemplate> Commands => _commands;

    /// <summary>Whether the instrument is none of SCPI, so that a query need not end in a question mark.</summary>
    public bool AsksWithoutQuestionMark { get; } = spec.Identify is not null && spec.Identify.Query?.Query.EndsWith('?') != true || spec.Link?.Status is not null;

    public List<ProfileProblem> Problems { get; } = binder.Problems;

    public OrderedDictionary<string, ParameterModel> Parameters { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Channels { get; } = spec.Channels?.Ids ?? [];

    public void Add(YamlMark mark, string message, string? didYouMean = null) => Problems.Add(mark.Problem(message, didYouMean));

    public void Warn(YamlMark mark, string message) => binder.Warn(mark, message);

    /// <summary>The number that an option's name stands for in formulas, the same wherever the name is used.</summary>
    public double NumberOf(string option)
    {
        if (!_optionNumbers.TryGetValue(option, out var number))
            _optionNumbers[option] = number = _optionNumbers.Count;
        return number;
    }

    /// <summary>A parameter by its name; null after a problem was added.</summary>
    public ParameterModel? Find(string name, YamlMark mark)
    {
        if (Parameters.TryGetValue(name, out var parameter))
            return parameter;
        Add(mark, $"there is no parameter '{name}'{(Parameters.Count == 0 ? "" : $" (there are {Listing.Of(Parameters.Keys)})")}", Spelling.Nearest(name, Parameters.Keys));
        return null;
    }

    /// <summary>A parameter whose value the driver can ask for and rely on; null after a problem was added.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mark">Where it is named.</param>
    /// <param name="isChannel">Whether it is used for a channel, and so may be a parameter of one.</param>
    public ParameterModel? FindKnowable(string name, YamlMark mark, bool isChannel)
    {
        if (Find(name, mark) is not { } parameter)
            return null;
        if (WhyUnknowable(parameter, isChannel) is not { } reason)
            return parameter;
        Add(mark, reason);
        return null;
    }

    /// <summary>Why the driver cannot use a parameter's value in a command or a range; null where it can.</summary>
    public static string? WhyUnknowable(ParameterModel parameter, bool isChannel) =>
        parameter.IsChannel && !isChannel ? $"'{parameter.Name}' belongs to a channel, and this to the whole instrument"
        : parameter.Type == ParameterType.Waveform ? $"'{parameter.Name}' is a waveform and has no single value"
        : parameter.Kind == ParameterKind.Reading ? $"'{parameter.Name}' is a reading, another one each time; only a setting or an info has a value to rely on"
        : null;

    /// <summary>A command; null after a problem was added.</summary>
    public CommandTemplate? Command(string? text, YamlMark mark)
    {
        try
        {
            if (text is null)
                return null;
            var command = CommandTemplate.Parse(text);
            _commands.Add(command);
            return command;
        }
        catch (FormatException e)
        {
            Add(mark, e.Message);
            return null;
        }
    }

    /// <summary>A value in its parameter's canonical form; null after a problem was added.</summary>
    public ParameterValue? Value(ParameterModel parameter, ValueSpec value)
    {
        try
        {
            return CanonicalValue.Of(parameter, value.Value);
        }
        catch (Exception e) when (e is FormatException or UnitMismatchException)
        {
            Add(value.Mark, $"for '{parameter.Name}': {e.Message}");
            return null;
        }
    }

    /// <summary>A value that a parameter can be set to: one in its range, where that does not depend on anything; null after a problem was added.</summary>
    public ParameterValue? Setting(ParameterModel parameter, ValueSpec value, string? channel = null)
    {
        if (Value(parameter, value) is not { } canonical)
            return null;
        foreach (var each in channel is not null ? [channel] : parameter.IsChannel ? Channels : (IReadOnlyList<string?>)[null])
        {
            if (parameter.Range?.Constant(each) is { } range && canonical.Kind == ParameterValueKind.Quantity && !range.Allows(canonical.Quantity.Value))
            {
                Add(value.Mark, $"{canonical} is outside the range of '{parameter.Name}'{(each is null ? "" : $" on channel {each}")}, {range.Describe(parameter.Unit)}");
                return null;
            }
        }

        return canonical;
    }

    /// <summary>Checks that every hole of a command can be filled.</summary>
    /// <param name="command">The command; nothing is checked for none.</param>
    /// <param name="mark">Where it stands.</param>
    /// <param name="isChannel">Whether it is sent for a channel.</param>
    /// <param name="takesValue">Whether it is sent with a value.</param>
    public void CheckHoles(CommandTemplate? command, YamlMark mark, bool isChannel, bool takesValue = false)
    {
        foreach (var hole in command?.Holes ?? [])
        {
            switch (hole)
            {
                case "value" when takesValue:
                case "ch" when isChannel:
                    break;
                case "value":
                    Add(mark, $"'{command!.Text}' has a hole {{value}}, and there is no value to fill it; only 'set' has one");
                    break;
                case "ch":
                    Add(mark, $"'{command!.Text}' has a hole {{ch}}, but belongs to no channel{(Channels.Count == 0 ? "; the profile has no channels" : "; move it to 'channels'")}");
                    break;
                default:
                    FindKnowable(hole, mark, isChannel);
                    break;
            }
        }
    }
}
