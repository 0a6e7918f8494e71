using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>
/// What every profile of a class must have, so that one experiment runs with any of them. docs/classes.md shows the same table.
/// </summary>
internal static class InstrumentClasses
{
    public static IReadOnlyDictionary<InstrumentClass, ClassDefinition> Definitions { get; } = new OrderedDictionary<InstrumentClass, ClassDefinition>
    {
        [InstrumentClass.DcSupply] = new(
            "IVI-4.4 (IviDCPwr)",
            [
                Channel("voltage", ParameterType.Number, "V"),
                Channel("current", ParameterType.Number, "A"),
                Channel("output", ParameterType.Bool),
                Channel("voltage_measured", ParameterType.Number, "V", ParameterKind.Reading),
                Channel("current_measured", ParameterType.Number, "A", ParameterKind.Reading),
            ])
        {
            NeedsSafeState = true,
        },
        [InstrumentClass.Dmm] = new(
            "IVI-4.2 (IviDmm)",
            [
                Instrument("function", ParameterType.Enum),
                Instrument("range", ParameterType.Number, "V"),
                Instrument("nplc", ParameterType.Number),
                Instrument("reading", ParameterType.Number, "V", ParameterKind.Reading),
            ]),
        [InstrumentClass.Oscilloscope] = new(
            "IVI-4.1 (IviScope)",
            [
                Instrument("time_scale", ParameterType.Number, "s"),
                Instrument("trigger_level", ParameterType.Number, "V"),
                Channel("enabled", ParameterType.Bool),
                Channel("scale", ParameterType.Number, "V"),
                Channel("offset", ParameterType.Number, "V"),
                Channel("trace", ParameterType.Waveform, "V", ParameterKind.Reading),
            ])
        {
            Capabilities = ["WaveformSource", "Triggerable"],
        },
        [InstrumentClass.DcLoad] = new(
            "IVI-4.4 in its terms, since IVI has no class of loads",
            [
                Instrument("current", ParameterType.Number, "A"),
                Instrument("input", ParameterType.Bool),
                Instrument("voltage_measured", ParameterType.Number, "V", ParameterKind.Reading),
                Instrument("current_measured", ParameterType.Number, "A", ParameterKind.Reading),
            ])
        {
            NeedsSafeState = true,
        },
    };

    public static void Check(InstrumentModel model, ProfileSpec spec, CompileContext context)
    {
        if (model.Class is not { } own || !Definitions.TryGetValue(own, out var definition))
            return;
        var mark = spec.MarkOf("class");
        var name = YamlTypes.SnakeCase(own.ToString());
        var a = "aeio".Contains(name[0], StringComparison.Ordinal) ? "an" : "a";
        foreach (var member in definition.Members)
        {
            if (WhatIsWrong(model, member) is { } problem)
                context.Add(mark, $"{a} {name} has {(member.IsChannel ? "on every channel " : "")}the {Describe(member)}; {problem} (docs/classes.md)");
        }

        foreach (var capability in definition.Capabilities.Where(c => !model.Capabilities.ContainsKey(c)))
            context.Add(mark, $"{a} {name} has the capability {capability}; this profile has not (docs/classes.md)");
        if (definition.NeedsSafeState && model.SafeState.Count == 0)
            context.Add(mark, $"{a} {name} has a safe state; give 'safety: {{safe_state: …}}' (docs/classes.md)");
    }

    private static string? WhatIsWrong(InstrumentModel model, ClassMember member)
    {
        if (!model.Parameters.TryGetValue(member.Name, out var parameter))
            return "this profile has not";
        if (parameter.IsChannel != member.IsChannel)
            return parameter.IsChannel ? "here it belongs to the channels" : "here it belongs to the whole instrument";
        if (parameter.Kind != member.Kind)
            return $"here it is a {Word(parameter.Kind)}";
        if (parameter.Type != member.Type && !(member.Type == ParameterType.Number && parameter.IsNumber))
            return $"here it is of type {Word(parameter.Type)}";
        return member.Unit.Length > 0 && parameter.Unit.Dimension != Unit.Parse(member.Unit).Dimension ? $"here it is in {parameter.Unit.Describe()}" : null;
    }

    private static string Describe(ClassMember member) => $"{Word(member.Kind)} '{member.Name}' of type {Word(member.Type)}{(member.Unit.Length == 0 ? "" : $" in {member.Unit}")}";

    private static string Word(Enum value) => YamlTypes.SnakeCase(value.ToString());

    private static ClassMember Channel(string name, ParameterType type, string unit = "", ParameterKind kind = ParameterKind.Setting) => new(name, type, unit, kind, IsChannel: true);

    private static ClassMember Instrument(string name, ParameterType type, string unit = "", ParameterKind kind = ParameterKind.Setting) => new(name, type, unit, kind, IsChannel: false);
}
