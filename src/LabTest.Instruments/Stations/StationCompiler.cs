using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Compiling;
using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Checks a bound station and compiles it with its profiles.</summary>
internal sealed class StationCompiler(StationSpec spec, YamlBinder binder, ProfileLoader profiles, StationLoadOptions options)
{
    private const string DutAlias = "dut";

    private readonly OrderedDictionary<string, StationInstrument> _instruments = new(StringComparer.Ordinal);

    /// <summary>Checks and compiles.</summary>
    /// <exception cref="ProfileException">There are problems.</exception>
    public StationModel Compile(ProfileSource source, IReadOnlyList<string> folders)
    {
        foreach (var (alias, instrument) in spec.Instruments)
        {
            if (!NameRules.IsName(alias) || alias == DutAlias)
                binder.Add(instrument.Mark, $"'{alias}' cannot be the name of an instrument; {(alias == DutAlias ? "'dut' is the device under test" : "use letters, digits and _, beginning with a letter")}");
            else if (Load(instrument) is { } model)
                _instruments.Add(alias, new StationInstrumentCompiler(alias, instrument, model, binder).Compile(Simulated(alias, instrument)));
        }

        if (spec.Instruments.Count == 0)
            binder.Add(spec.MarkOf("instruments"), "a station has at least one instrument");
        CheckConditions();
        binder.ThrowIfProblems();
        new WiringChecker(spec, _instruments, binder).Check();
        var safeStates = _instruments.Values.Reverse().OrderBy(i => i.Model.Class == InstrumentClass.DcLoad ? 0 : 1)
            .Where(i => i.Model.SafeState.Count > 0).Select(i => StationAction.SafeStateOf(i.Alias)).ToArray();
        var station = new StationModel
        {
            Name = spec.Name,
            Source = source,
            Seed = spec.Seed ?? 0,
            Isolation = spec.Isolation ?? Isolation.Class,
            Decision = spec.Decision ?? DecisionRule.Simple,
            Instruments = _instruments,
            Conditions = spec.Conditions ?? new Dictionary<string, Quantity>(),
            Dut = (spec.Dut ?? new Dictionary<string, Profiles.Spec.ValueSpec>()).ToDictionary(d => d.Key, d => d.Value.Scalar.Text),
            SafeStates = safeStates,
            OnOpen = Actions("on_open", spec.OnOpen) ?? [],
            OnFailure = Actions("on_failure", spec.OnFailure) ?? safeStates,
            OnClose = Actions("on_close", spec.OnClose) ?? safeStates,
            ProfileFolders = folders,
            Spec = spec,
            Warnings = [.. _instruments.Values.SelectMany(i => i.Model.Warnings).Concat(profiles.Warnings).Concat(binder.Warnings).Distinct()],
        };
        if (spec.DutModel is { } dut && DutModelFactory.IsBuiltIn(dut.Type))
            DutCompiler.Make(spec);
        binder.ThrowIfProblems();
        return station;
    }

    private InstrumentModel? Load(StationInstrumentSpec instrument)
    {
        try
        {
            return profiles.Load(instrument.Profile, instrument.MarkOf("profile"));
        }
        catch (ProfileException e)
        {
            foreach (var problem in e.Problems.Where(p => !binder.Problems.Contains(p)))
                binder.Problems.Add(problem);
            return null;
        }
    }

    private Simulate Simulated(string alias, StationInstrumentSpec instrument)
    {
        var isNever = instrument.Simulate?.Value == Simulate.Never || spec.Simulate?.Value == Simulate.Never;
        var asked = (instrument.Simulate ?? spec.Simulate)?.Value;
        var mark = (instrument.Simulate ?? spec.Simulate)?.Mark ?? instrument.Mark;
        if (isNever && options.ForceSimulation)
            binder.Add(mark, "the run asks for simulation (LABTEST_SIMULATE), and the station says never; take one of them away");
        else if (isNever && asked is Simulate.Yes or Simulate.Remote)
            binder.Add(mark, $"'{alias}' is simulated, and the station says never; take one of them away");
        if (asked is Simulate.No or Simulate.Never && instrument.Address is null && !options.ForceSimulation)
            binder.Add(instrument.Mark, $"'{alias}' is not simulated and needs an address, as in address: TCPIP0::192.168.1.20::5025::SOCKET");
        if (asked == Simulate.Remote)
        {
            if (instrument.Address is null)
                binder.Add(instrument.Mark, $"'{alias}' is simulated in another process and needs its address, as in address: TCPIP0::127.0.0.1::5025::SOCKET");
            return Simulate.Remote;
        }

        return asked == Simulate.Yes || options.ForceSimulation || instrument.Address is null ? Simulate.Yes : Simulate.No;
    }

    private void CheckConditions()
    {
        if (spec.Conditions?.TryGetValue("temperature", out var temperature) == true && !temperature.Unit.IsOne && !temperature.Unit.ConvertsTo(Unit.Parse("°C")))
            binder.Add(spec.MarkOf("conditions"), $"{temperature} is no temperature; write it as 23 °C");
    }

    private StationAction[]? Actions(string key, IReadOnlyList<string>? paths) =>
        paths?.Select(p => Action(p, spec.MarkOf(key))).OfType<StationAction>().ToArray();

    private StationAction? Action(string text, YamlMark mark)
    {
        if (new StationPaths(_instruments, binder).Find(text, mark, "no action; write alias.action, as in psu.safe_state") is not var (path, instrument, channel))
            return null;
        string[] actions = [.. instrument.Model.Actions.Keys, "safe_state"];
        if (!actions.Contains(path.Name))
            binder.Add(mark, $"'{path.Alias}' has no action '{path.Name}' (it has {Listing.Of(actions)})", Spelling.Nearest(path.Name, actions));
        return new StationAction(path.Alias, channel, path.Name);
    }
}
