using System.Text.RegularExpressions;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Checks a bound profile and compiles it.</summary>
internal sealed class ProfileCompiler
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

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
        var model = new ProfileCompiler(spec, binder).Compile(sources);
        binder.ThrowIfProblems();
        return model;
    }

    private InstrumentModel Compile(IReadOnlyList<ProfileSource> sources)
    {
        if (!Regex.IsMatch(_spec.Id, "^[a-z0-9_.-]+/[a-z0-9_.-]+$", RegexOptions.None, MostTime))
            _context.Add(_spec.MarkOf("id"), $"'{_spec.Id}' is no id; write vendor/model in lower case, as in keysight/34461a");
        new ParameterCompiler(_context).Compile();
        new ParameterLinker(_context).Link();
        new AccuracyCompiler(_context).Compile();
        var actions = Actions();
        var model = new InstrumentModel
        {
            Id = _spec.Id,
            Name = _spec.Name ?? _spec.Id,
            Class = _spec.Class,
            Sources = sources,
            Identity = Identity(),
            Link = Link(),
            Parameters = _context.Parameters,
            Channels = _context.Channels,
            Select = Select(),
            Capabilities = new CapabilityCompiler(_context).Compile(),
            Actions = actions,
            Errors = Errors(),
            SafeState = _steps.Compile(_spec.Safety?.SafeState),
            Simulation = Simulation(),
        };
        InstrumentClasses.Check(model, _spec, _context);
        return model;
    }

    private IdentityModel? Identity()
    {
        if (_spec.Idn is not null && _spec.Identify is not null)
            _context.Add(_spec.MarkOf("idn"), "'idn' is short for 'identify'; give one of them");
        if (_spec.Identify is { Query: null })
            return null;
        var (query, pattern, mark) = _spec.Identify?.Query is { } given
            ? (given.Query, given.Match, given.MarkOf("match"))
            : ("*IDN?", _spec.Idn ?? ".*", _spec.MarkOf("idn"));
        try
        {
            return new IdentityModel(query, new Regex(pattern, RegexOptions.CultureInvariant, MostTime));
        }
        catch (ArgumentException e)
        {
            _context.Add(mark, $"'{pattern}' is no regular expression: {e.Message}");
            return null;
        }
    }

    private LinkModel Link()
    {
        try
        {
            return new LinkModel().With(_spec.Link, _spec.Link?.OnOpen is { } steps ? _steps.Compile(steps) : null);
        }
        catch (UnitMismatchException e)
        {
            _context.Add(_spec.Link!.Mark, e.Message);
            return new LinkModel();
        }
    }

    private CommandTemplate? Select()
    {
        if (_spec.Channels is not { } channels)
            return null;
        if ((channels.Address == ChannelAddressing.Select) != (channels.Select is not null))
            _context.Add(channels.Mark, "'select' is the command for 'address: select'; give both or neither");
        return _context.Command(channels.Select, channels.MarkOf("select"));
    }

    private OrderedDictionary<string, ActionModel> Actions()
    {
        var actions = new OrderedDictionary<string, ActionModel>(StringComparer.Ordinal);
        foreach (var (name, spec) in _spec.Actions ?? new Dictionary<string, ActionSpec>())
        {
            if (_context.Parameters.ContainsKey(name) || name == "safe_state")
                _context.Add(spec.Body.Mark, $"'{name}' is taken already; give the action another name");
            actions.Add(name, new ActionModel(name, spec.Body.Doc, _steps.Compile(spec.Body.Do)));
        }

        if (ActionCycles.Find(actions) is { } cycle)
            _context.Add(_spec.Actions![cycle].Body.Mark, $"action '{cycle}' runs itself; nothing in a profile loops");
        return actions;
    }

    private ErrorPolicy Errors()
    {
        var spec = _spec.Errors;
        var query = _context.Command(spec?.Query ?? "SYSTem:ERRor?", spec?.MarkOf("query") ?? _spec.Mark);
        return new ErrorPolicy(
            query?.Send(_ => "") ?? "", spec?.Ok ?? 0, spec?.Ignore ?? [], spec?.Check ?? (spec is null ? ErrorCheck.Never : ErrorCheck.AfterSet), spec?.OnError ?? ErrorReaction.Fail);
    }

    private SimulationModel Simulation()
    {
        if (_spec.Sim is not { } sim)
            return new SimulationModel();
        var faults = new Dictionary<string, FaultModel>(StringComparer.Ordinal);
        foreach (var (name, fault) in sim.Faults ?? new Dictionary<string, FaultSpec>())
        {
            try
            {
                faults[name] = new FaultModel(name, HeaderPattern.Parse(fault.On), fault);
            }
            catch (FormatException e)
            {
                _context.Add(fault.MarkOf("on"), e.Message);
            }
        }

        var scope = FormulaScope.For(_context, isChannel: _context.Channels.Count > 0, isSimulated: true);
        return new SimulationModel
        {
            Signals = (sim.Signals ?? new Dictionary<string, ExpressionSpec>()).ToDictionary(s => s.Key, s => scope.Compile(s.Value, Unit.One) ?? (_ => 0)),
            Variables = sim.Variables ?? new Dictionary<string, double>(),
            Ports = sim.Ports ?? new Dictionary<string, double>(),
            Latency = Durations.Of(sim.Latency),
            Faults = faults,
        };
    }
}
