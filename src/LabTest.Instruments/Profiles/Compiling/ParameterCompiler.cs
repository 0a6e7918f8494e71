using System.Globalization;
using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes the parameters of a profile: type, kind, unit, options and commands, each on its own.</summary>
internal sealed class ParameterCompiler(CompileContext context)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private readonly OptionCompiler _options = new(context);
    private readonly ParameterRules _rules = new(context);

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
        var type = TypeOf(spec);
        var kind = spec.Kind ?? (spec.Scpi is not null || spec.Set is not null ? ParameterKind.Setting : ParameterKind.Reading);
        _rules.Check(name, spec, type, kind);
        var isHeader = spec.Scpi is not null && IsHeader(spec.Scpi, spec.MarkOf("scpi"));
        var hole = type == ParameterType.Text ? "\"{value}\"" : "{value}";
        var get = Addressed(isHeader ? $"{spec.Scpi}?" : spec.Get, spec.MarkOf(isHeader ? "scpi" : "get"), isChannel, spec.Prepare);
        var set = Addressed(isHeader ? $"{spec.Scpi} {hole}" : spec.Set?.Send, spec.MarkOf(isHeader ? "scpi" : "set"), isChannel, spec.Prepare);
        if (set is not null && !set.Holes.Contains("value"))
            context.Add(spec.MarkOf("set"), $"'{set.Text}' has no hole for the value; write {{value}} where it goes");
        if (set is { IsQuery: true })
            context.Add(spec.MarkOf("set"), $"'{set.Text}' is a query and cannot set anything");
        if (get is { IsQuery: false } && !context.AsksWithoutQuestionMark)
            context.Add(spec.MarkOf("get"), $"'{get.Text}' is no query; a query ends in ?, unless the profile says with 'identify: none' or a 'status' in 'link' that the instrument does not speak SCPI");

        var model = new ParameterModel(spec, name, isChannel, type, kind)
        {
            Unit = spec.Unit?.Unit ?? spec.Unit?.By?.Map.Values.FirstOrDefault() ?? spec.Y?.Unit ?? Unit.One,
            Get = get,
            Set = set,
            Reply = spec.Set?.Reply is { } reply ? LinkCompiler.Reply(reply, context.Problems) : null,
            Options = _options.Compile(spec, type),
            Answer = new AnswerParser(RegexOf(spec.Parse), spec.Parse),
            Settle = Durations.Wait(spec.Settle, spec.MarkOf("settle"), context.Problems),
        };
        context.Parameters.TryAdd(name, model);
    }

    private bool IsHeader(string scpi, YamlMark mark)
    {
        if (scpi.Any(char.IsWhiteSpace) || scpi.EndsWith('?'))
            context.Add(mark, $"'{scpi}' is more than a header; 'scpi' is a header alone, as in VOLTage; give 'get' and 'set' for the rest");
        else
            return context.Command(scpi, mark) is not null;
        return false;
    }

    private Regex? RegexOf(ParseSpec? spec)
    {
        if (spec?.Regex is not { } pattern)
            return null;
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, MostTime);
        }
        catch (ArgumentException e)
        {
            context.Add(spec.MarkOf("regex"), $"'{pattern}' is no regular expression: {e.Message}");
            return null;
        }
    }

    private CommandTemplate? Addressed(string? text, YamlMark mark, bool isChannel, IReadOnlyList<string>? prepare)
    {
        if (text is null || context.Command(text, mark) is not { } command)
            return null;
        if (!isChannel || command.Holes.Contains("ch"))
        {
            CheckIds(command, mark);
            return command;
        }

        switch (context.Spec.Channels!.Address)
        {
            case ChannelAddressing.List:
                return context.Command(command.Arguments.Count == 0 ? $"{text} (@{{ch}})" : $"{text},(@{{ch}})", mark);
            case ChannelAddressing.Header when prepare?.Any(p => p.Contains("{ch}", StringComparison.Ordinal)) == true:
                return command;     // the preparation says which channel
            case ChannelAddressing.Header when context.Channels.Count == 1:
                return command;     // there is only one
            case ChannelAddressing.Header:
                context.Add(mark, $"'{text}' does not say which channel; write {{ch}} where its number goes");
                return command;
            default:
                return command;
        }
    }

    // A suffix is a number, so a channel that is written as one must have a number for its id.
    private void CheckIds(CommandTemplate command, YamlMark mark)
    {
        if (!command.Header.Holes.Contains("ch"))
            return;
        foreach (var id in context.Channels.Where(id => !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number.ToString() != id))
            context.Add(mark, $"channel '{id}' cannot stand in the header of '{command.Text}': a suffix is a number");
    }

    private static ParameterType TypeOf(ParameterSpec spec) => spec.Type
        ?? (spec.Block is not null || spec.Preamble is not null ? ParameterType.Waveform
            : spec.Options is { Wire.Count: > 0 } ? ParameterType.Enum
            : spec.Options is { Values: { Count: > 0 } values } && values.All(v => v.Scalar.AsNumber is null) ? ParameterType.Enum
            : spec.Init?.Scalar.AsFlag is not null ? ParameterType.Bool
            : ParameterType.Number);
}
