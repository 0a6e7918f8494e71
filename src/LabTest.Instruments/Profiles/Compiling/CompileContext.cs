using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>What the parts of the compiler share: the profile, the problems found, and the parameters once they are made.</summary>
internal sealed class CompileContext(ProfileSpec spec, YamlBinder binder)
{
    private readonly Dictionary<string, int> _optionNumbers = new(StringComparer.Ordinal);

    public ProfileSpec Spec { get; } = spec;

    public List<ProfileProblem> Problems { get; } = binder.Problems;

    public OrderedDictionary<string, ParameterModel> Parameters { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Channels { get; } = spec.Channels?.Ids ?? [];

    public void Add(YamlMark mark, string message, string? didYouMean = null) => Problems.Add(mark.Problem(message, didYouMean));

    /// <summary>The number that an option's name stands for in formulas, the same wherever the name is used.</summary>
    public double NumberOf(string option)
    {
        if (!_optionNumbers.TryGetValue(option, out var number))
            _optionNumbers[option] = number = _optionNumbers.Count;
        return number;
    }

    public double? FindNumberOf(string option) => _optionNumbers.TryGetValue(option, out var number) ? number : null;

    /// <summary>A parameter by its name; null after a problem was added.</summary>
    public ParameterModel? Find(string name, YamlMark mark)
    {
        if (Parameters.TryGetValue(name, out var parameter))
            return parameter;
        Add(mark, $"there is no parameter '{name}' (there are {string.Join(", ", Parameters.Keys)})", Spelling.Nearest(name, Parameters.Keys));
        return null;
    }

    /// <summary>A command; null after a problem was added.</summary>
    public CommandTemplate? Command(string? text, YamlMark mark)
    {
        try
        {
            return text is null ? null : CommandTemplate.Parse(text);
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
}
