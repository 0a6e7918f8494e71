using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Checks that whoever plays a role can play it.</summary>
internal sealed class CapabilityCompiler(CompileContext context)
{
    public IReadOnlyDictionary<string, CapabilityModel> Compile()
    {
        var made = new OrderedDictionary<string, CapabilityModel>();
        foreach (var (name, spec) in context.Spec.Capabilities ?? new Dictionary<string, CapabilitySpec>())
        {
            if (CapabilityShape.All.TryGetValue(name, out var shape))
                Check(name, spec, shape);
            else
                context.Add(spec.Mark, $"'{name}' is no capability (there are {Listing.Of(CapabilityShape.All.Keys)})", Spelling.Nearest(name, CapabilityShape.All.Keys));
            made.Add(name, new CapabilityModel(name, spec.Names, spec.Roles));
        }

        return made;
    }

    private void Check(string capability, CapabilitySpec spec, CapabilityShape shape)
    {
        if (spec.Names.Count == 0 && spec.Roles.Count == 0)
            context.Add(spec.Mark, $"{capability} names nothing");
        if (spec.Names.Count > 0 && shape.Wanted.Length == 0)
            context.Add(spec.Mark, $"{capability} names its roles: {{{string.Join(", ", shape.Roles.Select(r => $"{r.Key}: …"))}}}");
        else
            CheckNames(capability, spec, shape);
        if (spec.Roles.Count > 0)
            CheckRoles(capability, spec, shape);
    }

    private void CheckNames(string capability, CapabilitySpec spec, CapabilityShape shape)
    {
        foreach (var name in spec.Names)
        {
            if (context.Find(name, spec.Mark) is { } parameter && !shape.Fits(parameter))
                context.Add(spec.Mark, $"{capability} needs {shape.Wanted}, and '{name}' is none");
        }
    }

    private void CheckRoles(string capability, CapabilitySpec spec, CapabilityShape shape)
    {
        if (shape.Roles.Count == 0)
        {
            context.Add(spec.Mark, $"{capability} has no roles; name its parameters, as in [a, b]");
            return;
        }

        foreach (var (name, role) in shape.Roles.Where(r => !r.Value.IsOptional && !spec.Roles.ContainsKey(r.Key)))
            context.Add(spec.Mark, $"{capability} needs the role '{name}', {role.Wanted}");
        foreach (var (name, player) in spec.Roles)
        {
            if (!shape.Roles.TryGetValue(name, out var role))
                context.Add(spec.Mark, $"'{name}' is no role of {capability} (it has {Listing.Of(shape.Roles.Keys)})", Spelling.Nearest(name, shape.Roles.Keys));
            else if (role.Fits is null)
                CheckAction(capability, name, player, spec);
            else if (context.Find(player, spec.Mark) is { } parameter && !role.Fits(parameter))
                context.Add(spec.Mark, $"the role '{name}' of {capability} needs {role.Wanted}, and '{player}' is none");
        }
    }

    private void CheckAction(string capability, string role, string action, CapabilitySpec spec)
    {
        var actions = context.Spec.Actions?.Keys ?? [];
        if (!actions.Contains(action))
            context.Add(spec.Mark, $"the role '{role}' of {capability} needs an action, and '{action}' is none", Spelling.Nearest(action, actions));
    }
}
