using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Checks that whoever plays a role can play it.</summary>
internal sealed class CapabilityCompiler(CompileContext context)
{
    private static readonly Dictionary<string, CapabilityShape> Shapes = new(StringComparer.Ordinal)
    {
        ["Readable"] = new("a reading", p => p.Kind != ParameterKind.Setting && p.Type != ParameterType.Waveform, [], []),
        ["Settable"] = new("a setting", p => p.Kind == ParameterKind.Setting, [], []),
        ["Output"] = new("a bool setting", p => p is { Kind: ParameterKind.Setting, Type: ParameterType.Bool }, [], []),
        ["Movable"] = new("", _ => true, ["position", "stop"], ["target", "moving", "home"]),
        ["Ranged"] = new("", _ => true, ["range", "of"], []),
        ["Triggerable"] = new("", _ => true, ["arm"], ["trigger", "done"]),
        ["WaveformSource"] = new("a waveform", p => p.Type == ParameterType.Waveform, ["trace"], ["arm"]),
    };

    public IReadOnlyDictionary<string, CapabilityModel> Compile()
    {
        var made = new OrderedDictionary<string, CapabilityModel>();
        foreach (var (name, spec) in context.Spec.Capabilities ?? new Dictionary<string, CapabilitySpec>())
        {
            if (Shapes.TryGetValue(name, out var shape))
                Check(name, spec, shape);
            else
                context.Add(spec.Mark, $"'{name}' is no capability (there are {string.Join(", ", Shapes.Keys)})", Spelling.Nearest(name, Shapes.Keys));
            made.Add(name, new CapabilityModel(name, spec.Names, spec.Roles));
        }

        return made;
    }

    private void Check(string capability, CapabilitySpec spec, CapabilityShape shape)
    {
        foreach (var name in spec.Names)
        {
            if (shape.Wanted.Length == 0)
                context.Add(spec.Mark, $"{capability} names its roles: {{{string.Join(", ", shape.Roles.Select(r => $"{r}: …"))}}}");
            else if (context.Find(name, spec.Mark) is { } parameter && !shape.Fits(parameter))
                context.Add(spec.Mark, $"{capability} needs {shape.Wanted}, and '{name}' is none");
        }

        if (spec.Roles.Count == 0)
            return;
        foreach (var role in spec.Roles.Keys.Where(r => !shape.Roles.Contains(r) && !shape.Optional.Contains(r)))
            context.Add(spec.Mark, $"'{role}' is no role of {capability} (it has {string.Join(", ", [.. shape.Roles, .. shape.Optional])})", Spelling.Nearest(role, [.. shape.Roles, .. shape.Optional]));
        foreach (var role in shape.Roles.Where(r => !spec.Roles.ContainsKey(r)))
            context.Add(spec.Mark, $"{capability} needs the role '{role}'");
        foreach (var name in spec.Roles.Values.Where(n => context.Spec.Actions?.ContainsKey(n) != true))
            context.Find(name, spec.Mark);
    }

    private sealed record CapabilityShape(string Wanted, Func<ParameterModel, bool> Fits, string[] Roles, string[] Optional);
}
