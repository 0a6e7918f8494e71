using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Safety;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Checks a bound profile and compiles it.</summary>
internal sealed partial class ProfileCompiler
{
    private readonly ProfileSpec _spec;
    private readonly CompileContext _context;
    private readonly StepCompiler _steps;

    private ProfileCompiler(ProfileSpec spec, YamlBinder binder)
    {
        _spec = spec;
        _context = new CompileContext(spec, binder);
        _steps = new StepCompiler(_context);
    }

    /// <summary>Checks and compiles.</summary>
    /// <exception cref="ProfileException">There are problems.</exception>
    public static InstrumentModel Compile(ProfileSpec spec, IReadOnlyList<ProfileSource> sources, YamlBinder binder)
    {
        if (spec.Channels is { Ids.Count: > InstrumentModel.MostChannels } channels)
            throw new ProfileException(channels.MarkOf("ids").Problem($"{channels.Ids.Count} channels are listed; a profile has at most {InstrumentModel.MostChannels}"));
        var model = new ProfileCompiler(spec, binder).Compile(sources, binder);
        binder.ThrowIfProblems();
        return model;
    }

    private InstrumentModel Compile(IReadOnlyList<ProfileSource> sources, YamlBinder binder)
    {
        if (!Id().IsMatch(_spec.Id))
            _context.Add(_spec.MarkOf("id"), $"'{_spec.Id}' is no id; write vendor/model in lower case, as in keysight/34461a");
        new NameRules(_context).Check();
        new ParameterCompiler(_context).Compile();
        var select = new ChannelRules(_context).Check();
        new ParameterLinker(_context).Link();
        new AccuracyCompiler(_context).Compile();
        var model = new InstrumentModel
        {
            Id = _spec.Id,
            Name = _spec.Name ?? _spec.Id,
            Class = _spec.Class,
            Sources = sources,
            Identity = new IdentityCompiler(_context).Compile(),
            Link = LinkCompiler.Compile(new LinkModel(), _spec.Link, _spec.Link?.OnOpen is { } steps ? _steps.Compile(steps) : null, _context.Problems),
            Parameters = _context.Parameters,
            Channels = _context.Channels,
            Select = select,
            Capabilities = new CapabilityCompiler(_context).Compile(),
            Actions = Actions(),
            Errors = Errors(),
            SafeState = _steps.Compile(_spec.Safety?.SafeState),
            Safety = Safety(),
            Simulation = new SimulationCompiler(_context).Compile(),
            Warnings = binder.Warnings,
        };
        InstrumentClasses.Check(model, _spec, _context);
        return model;
    }

    private SafetyModel Safety()
    {
        if (_spec.Safety is not { } spec)
            return new SafetyModel();
        if (spec.Confirm is not null && string.IsNullOrWhiteSpace(spec.Reason))
            _context.Add(spec.MarkOf("confirm"), "say why the instrument can give no sign of its safe state, as in reason: it answers no query; check, table and report repeat it in every run");
        if (spec.Confirm is null && spec.Reason is not null)
            _context.Add(spec.MarkOf("reason"), "'reason' belongs to 'confirm: none'");
        return new SafetyModel
        {
            NoSign = spec.Confirm is null ? null : spec.Reason ?? "",
            Deadline = spec.Deadline is null ? SafetyModel.UsualDeadline : Durations.Wait(spec.Deadline, spec.MarkOf("deadline"), _context.Problems, mayBeZero: false),
        };
    }

    private OrderedDictionary<string, ActionModel> Actions()
    {
        var actions = new OrderedDictionary<string, ActionModel>(StringComparer.Ordinal);
        foreach (var (name, spec) in _spec.Actions ?? new Dictionary<string, ActionSpec>())
            actions.Add(name, new ActionModel(name, spec.Body.Doc, _steps.Compile(spec.Body.Do)) { Mark = spec.Body.Mark });
        if (ActionCycles.Find(actions) is { } cycle)
            _context.Add(_spec.Actions![cycle].Body.Mark, $"action '{cycle}' runs itself; nothing in a profile loops");
        return actions;
    }

    private ErrorPolicy Errors()
    {
        var spec = _spec.Errors;
        var mark = spec?.MarkOf("query") ?? _spec.Mark;
        var query = _context.Command(spec?.Query ?? "SYSTem:ERRor[:NEXT]?", mark);
        _context.CheckHoles(query, mark, isChannel: false);
        if (query is { IsQuery: false })
            _context.Add(mark, $"'{query.Text}' is no query; a query ends in ?");
        var policy = new ErrorPolicy(
            query?.Holes.Count == 0 ? query.Send(_ => "") : "",
            spec?.Ok ?? 0,
            spec?.Ignore ?? [],
            spec?.Check ?? (spec is null ? ErrorCheck.Never : ErrorCheck.AfterSet),
            spec?.OnError ?? ErrorReaction.Fail)
        {
            Command = query,
            Entry = EntryOf(spec?.Parse),
            IsGiven = spec is not null,
        };
        if (policy.Entry is not null && policy.Write(ScpiError.None with { Code = policy.Ok }) is null)
            _context.Warn(spec!.Parse!.MarkOf("regex"), "no entry can be made of this expression, so the simulator answers as SCPI says, which it does not read; a simpler one may do");
        return policy;
    }

    private Regex? EntryOf(ErrorParseSpec? spec)
    {
        if (spec is null)
            return null;
        try
        {
            var regex = new Regex(spec.Regex, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            if (regex.GetGroupNames().Contains("code") || regex.GetGroupNames().Contains("message"))
                return regex;
            _context.Add(spec.MarkOf("regex"), "the expression needs the group 'code', 'message' or both, as in '(?<code>-?[0-9]+)[,; ](?<message>.*)'");
        }
        catch (ArgumentException e)
        {
            _context.Add(spec.MarkOf("regex"), $"'{spec.Regex}' is not a regular expression: {e.Message}");
        }

        return null;
    }

    [GeneratedRegex("^[a-z0-9_.-]+/[a-z0-9_.-]+$", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
