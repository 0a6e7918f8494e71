using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>
/// What every profile of a class must have, so that one experiment runs with any of them: after IVI-4.4 (DC power supply), IVI-4.2 (DMM),
/// IVI-4.1 (oscilloscope) and IVI-4.13 (DC load). docs/classes.md shows the same table.
/// </summary>
internal static class InstrumentClasses
{
    public static IReadOnlyDictionary<InstrumentClass, IReadOnlyList<ClassMember>> Members { get; } = new Dictionary<InstrumentClass, IReadOnlyList<ClassMember>>
    {
        [InstrumentClass.DcSupply] =
        [
            new("voltage", "V", ParameterKind.Setting, IsChannel: true),
            new("current", "A", ParameterKind.Setting, IsChannel: true),
            new("output", "", ParameterKind.Setting, IsChannel: true),
            new("voltage_measured", "V", ParameterKind.Reading, IsChannel: true),
            new("current_measured", "A", ParameterKind.Reading, IsChannel: true),
        ],
        [InstrumentClass.Dmm] =
        [
            new("function", "", ParameterKind.Setting, IsChannel: false),
            new("range", "V", ParameterKind.Setting, IsChannel: false),
            new("nplc", "", ParameterKind.Setting, IsChannel: false),
            new("reading", "V", ParameterKind.Reading, IsChannel: false),
        ],
        [InstrumentClass.Oscilloscope] =
        [
            new("time_scale", "s", ParameterKind.Setting, IsChannel: false),
            new("trigger_level", "V", ParameterKind.Setting, IsChannel: false),
            new("enabled", "", ParameterKind.Setting, IsChannel: true),
            new("scale", "V", ParameterKind.Setting, IsChannel: true),
            new("offset", "V", ParameterKind.Setting, IsChannel: true),
            new("trace", "V", ParameterKind.Reading, IsChannel: true),
        ],
        [InstrumentClass.DcLoad] =
        [
            new("current", "A", ParameterKind.Setting, IsChannel: false),
            new("input", "", ParameterKind.Setting, IsChannel: false),
            new("voltage_measured", "V", ParameterKind.Reading, IsChannel: false),
            new("current_measured", "A", ParameterKind.Reading, IsChannel: false),
        ],
    };

    public static void Check(InstrumentModel model, ProfileSpec spec, CompileContext context)
    {
        if (model.Class is not { } own || !Members.TryGetValue(own, out var members))
            return;
        var name = YamlTypes.SnakeCase(own.ToString());
        foreach (var member in members)
        {
            var wanted = $"a {name} has {(member.IsChannel ? "on every channel " : "")}the {YamlTypes.SnakeCase(member.Kind.ToString())} '{member.Name}'{(member.Unit.Length == 0 ? "" : $" in {member.Unit}")}";
            if (!model.Parameters.TryGetValue(member.Name, out var parameter) || (member.IsChannel && !parameter.IsChannel))
                context.Add(spec.MarkOf("class"), $"{wanted}; this profile has not (docs/classes.md)");
            else if (parameter.Kind != member.Kind || (member.Unit.Length > 0 && parameter.Unit.Dimension != Unit.Parse(member.Unit).Dimension))
                context.Add(spec.MarkOf("class"), $"{wanted}; here it is a {YamlTypes.SnakeCase(parameter.Kind.ToString())} in {parameter.Unit.Describe()} (docs/classes.md)");
        }
    }
}
