using LabTest.Instruments.Expressions;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>What names of a profile may be: one word each, used once, and not one that commands or formulas give a meaning of their own.</summary>
internal sealed class NameRules(CompileContext context)
{
    private static readonly HashSet<string> Reserved = new(
        ["value", "ch", "node", "t", "i", "raw", "pi", "and", "or", "not", "safe_state", .. CallExpression.Functions.Keys], StringComparer.Ordinal);

    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);

    public void Check()
    {
        var spec = context.Spec;
        foreach (var (name, parameter) in spec.Parameters ?? new Dictionary<string, Spec.ParameterSpec>())
            Check(name, "a parameter", parameter.Mark);
        foreach (var (name, parameter) in spec.Channels?.Parameters ?? new Dictionary<string, Spec.ParameterSpec>())
            Check(name, "a parameter of the channels", parameter.Mark);
        foreach (var (name, action) in spec.Actions ?? new Dictionary<string, Spec.ActionSpec>())
            Check(name, "an action", action.Body.Mark);
        if (spec.Sim is not { } sim)
            return;
        Check(sim.Variables?.Keys, "a variable", sim.MarkOf("variables"));
        Check(sim.Ports?.Keys, "a port", sim.MarkOf("ports"));
        Check(sim.Signals?.Keys, "a signal", sim.MarkOf("signals"));
    }

    /// <summary>Whether a text can be a name at all.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private void Check(IEnumerable<string>? names, string what, YamlMark mark)
    {
        foreach (var name in names ?? [])
            Check(name, what, mark);
    }

    private void Check(string name, string what, YamlMark mark)
    {
        if (!IsName(name))
            context.Add(mark, $"'{name}' cannot be the name of {what}; use letters, digits and _, beginning with a letter");
        else if (Reserved.Contains(name))
            context.Add(mark, $"'{name}' cannot be the name of {what}: it means something else in commands and formulas");
        else if (!_taken.TryAdd(name, what))
            context.Add(mark, $"'{name}' is the name of {_taken[name]} already; choose another for {what}");
    }
}
