using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes the parameters of a profile: type, kind, unit, options and commands, each on its own.</summary>
internal sealed class ParameterCompiler(CompileContext context)
{
    public void Compile()
    {
        foreach (var (name, spec) in context.Spec.Parameters ?? Empty)
            Add(name, spec, isChannel: false);
        foreach (var (name, spec) in context.Spec.Channels?.Parameters ?? Empty)
            Add(name, spec, isChannel: true);
    }

    private static IReadOnlyDictionary<string, ParameterSpec> Empty { get; } = new Dictionary<string, ParameterSpec>();

    private void Add(string name, ParameterSpec spec, bool isChannel)
    {
        if (!ParameterPath.TryParse($"alias.{name}", out _) || char.IsAsciiDigit(name[0]))
            context.Add(spec.Mark, $"'{name}' cannot be the name of a parameter; use letters, digits and _, beginning with a letter");
        if (spec.Scpi is not null && (spec.Get is not null || spec.Set is not null))
            context.Add(spec.MarkOf("scpi"), "'scpi' stands for both get and set; give either 'scpi' or 'get' and 'set'");
        if (spec.Scpi is null && spec.Get is null && spec.Set is null)
            context.Add(spec.Mark, $"parameter '{name}' has no command; give 'scpi', or 'get' and 'set'");

        var get = Addressed(spec.Scpi is null ? spec.Get : $"{spec.Scpi}?", spec.MarkOf(spec.Scpi is null ? "get" : "scpi"), isChannel, spec.Prepare);
        var set = Addressed(spec.Scpi is null ? spec.Set : $"{spec.Scpi} {{value}}", spec.MarkOf(spec.Scpi is null ? "set" : "scpi"), isChannel);
        if (set is not null && !set.Holes.Contains("value"))
            context.Add(spec.MarkOf("set"), $"'{set.Text}' has no hole for the value; write {{value}} where it goes");
        if (get is { IsQuery: false })
            context.Add(spec.MarkOf("get"), $"'{get.Text}' is no query; a query ends in ?");

        var type = TypeOf(spec);
        var model = new ParameterModel(spec, name, isChannel, type, KindOf(spec))
        {
            Unit = spec.Unit?.Unit ?? spec.Unit?.By?.Map.Values.FirstOrDefault() ?? spec.Y?.Unit ?? Unit.One,
            Get = get,
            Set = set,
            Options = OptionsOf(spec, type),
        };
        if (!context.Parameters.TryAdd(name, model))
            context.Add(spec.Mark, $"'{name}' is a parameter of the instrument and of its channels; rename one");
    }

    private CommandTemplate? Addressed(string? text, YamlMark mark, bool isChannel, IReadOnlyList<string>? prepare = null)
    {
        var addressing = context.Spec.Channels?.Address;
        if (text is null || context.Command(text, mark) is not { } command)
            return null;
        var hasChannel = command.Holes.Contains("ch");
        if (!isChannel && hasChannel)
            context.Add(mark, $"'{text}' has a hole {{ch}}, but belongs to no channel; move the parameter to 'channels'");
        if (!isChannel || hasChannel)
            return command;
        switch (addressing)
        {
            case ChannelAddressing.List:
                return context.Command(command.Arguments.Count == 0 ? $"{text} (@{{ch}})" : $"{text},(@{{ch}})", mark);
            case ChannelAddressing.Header when prepare?.Any(p => p.Contains("{ch}", StringComparison.Ordinal)) == true:
                return command;     // the preparation says which channel
            case ChannelAddressing.Header:
                context.Add(mark, $"'{text}' does not say which channel; write {{ch}} where its number goes");
                return command;
            default:
                return command;
        }
    }

    private static ParameterType TypeOf(ParameterSpec spec) => spec.Type
        ?? (spec.Block is not null || spec.Preamble is not null ? ParameterType.Waveform
            : spec.Options is { Wire.Count: > 0 } ? ParameterType.Enum
            : spec.Options is { Values: var values } && values.All(v => v.Scalar.AsNumber is null) ? ParameterType.Enum
            : spec.Init?.Scalar.AsFlag is not null ? ParameterType.Bool
            : ParameterType.Number);

    private static ParameterKind KindOf(ParameterSpec spec) => spec.Kind
        ?? (spec.Scpi is not null || spec.Set is not null ? ParameterKind.Setting : ParameterKind.Reading);

    private OptionModel[] OptionsOf(ParameterSpec spec, ParameterType type)
    {
        if (spec.Options is null)
            return [];
        if (type is ParameterType.Bool or ParameterType.Text or ParameterType.Waveform)
            context.Add(spec.Options.Mark, $"a parameter of type {YamlTypes.SnakeCase(type.ToString())} has no options");
        return
        [
            .. spec.Options.Wire.Select(o => new OptionModel(o.Key, new WireToken(o.Value), context.NumberOf(o.Key))),
            .. spec.Options.Values.Select(v => new OptionModel(v.Scalar.Text, new WireToken(v.Scalar.Text), v.Scalar.AsNumber ?? context.NumberOf(v.Scalar.Text))),
        ];
    }
}
