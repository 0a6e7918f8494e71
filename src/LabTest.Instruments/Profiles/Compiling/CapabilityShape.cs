namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>What a capability asks of a profile.</summary>
/// <param name="Wanted">What each of its parameters is, where it has no roles: <c>a reading</c>.</param>
/// <param name="Fits">Whether a parameter is that.</param>
internal sealed record CapabilityShape(string Wanted, Func<ParameterModel, bool> Fits)
{
    /// <summary>Its roles, by name, in the order of the documentation; the role of a single name is the first.</summary>
    public IReadOnlyDictionary<string, CapabilityRole> Roles { get; init; } = new Dictionary<string, CapabilityRole>();

    /// <summary>All capabilities that a profile can give, by name.</summary>
    public static IReadOnlyDictionary<string, CapabilityShape> All { get; } = new OrderedDictionary<string, CapabilityShape>
    {
        ["Readable"] = new("a reading", p => p.Kind != ParameterKind.Setting && p.Type != ParameterType.Waveform),
        ["Settable"] = new("a setting", p => p.Kind == ParameterKind.Setting),
        ["Output"] = new("a setting of type bool", p => p is { Kind: ParameterKind.Setting, Type: ParameterType.Bool }),
        ["Movable"] = new("", _ => false)
        {
            Roles = new OrderedDictionary<string, CapabilityRole>
            {
                ["position"] = new("a number that is read", p => p is { IsNumber: true, Get: not null }),
                ["stop"] = CapabilityRole.Action,
                ["target"] = new("a number that is set", p => p is { IsNumber: true, Kind: ParameterKind.Setting }) { IsOptional = true },
                ["moving"] = new("a flag that is read", p => p is { Type: ParameterType.Bool, Get: not null }) { IsOptional = true },
                ["home"] = CapabilityRole.OptionalAction,
            },
        },
        ["Ranged"] = new("", _ => false)
        {
            Roles = new OrderedDictionary<string, CapabilityRole>
            {
                ["range"] = new("a setting", p => p is { Kind: ParameterKind.Setting, IsNumber: true }),
                ["of"] = new("a reading", p => p.Kind == ParameterKind.Reading && p.Type != ParameterType.Waveform),
            },
        },
        ["Triggerable"] = new("", _ => false)
        {
            Roles = new OrderedDictionary<string, CapabilityRole>
            {
                ["arm"] = CapabilityRole.Action,
                ["trigger"] = CapabilityRole.OptionalAction,
                ["done"] = new("a flag that is read", p => p is { Type: ParameterType.Bool, Get: not null }) { IsOptional = true },
            },
        },
        ["WaveformSource"] = new("a waveform", p => p.Type == ParameterType.Waveform)
        {
            Roles = new OrderedDictionary<string, CapabilityRole>
            {
                ["trace"] = new("a waveform", p => p.Type == ParameterType.Waveform),
                ["arm"] = CapabilityRole.OptionalAction,
            },
        },
    };
}
