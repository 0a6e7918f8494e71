using LabTest.Instruments.Profiles;
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
            if (!ParameterPath.TryParse($"{alias}.x", out _) || alias == DutAlias)
                binder.Add(instrument.Mark, $"'{alias}' cannot be the name of an instrument; use letters, digits, _ and -{(alias == DutAlias ? " ('dut' is the device under test)" : "")}");
            else if (Load(instrument) is { } model)
                _instruments.Add(alias, new StationInstrumentCompiler(alias, instrument, model, binder).Compile(IsSimulated(instrument)));
        }

        binder.ThrowIfProblems();
        var safeStates = _instruments.Values.Where(i => i.Model.SafeState.Count > 0).Select(i => new StationAction(i.Alias, -1, "safe_state")).ToArray();
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
            OnOpen = Actions("on_open", spec.OnOpen) ?? [],
            OnFailure = Actions("on_failure", spec.OnFailure) ?? safeStates,
            OnClose = Actions("on_close", spec.OnClose) ?? safeStates,
            ProfileFolders = folders,
            Spec = spec,
        };
        new WiringChecker(spec, _instruments, binder).Check();
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
            binder.Problems.AddRange(e.Problems);
            return null;
        }
    }

    private bool IsSimulated(StationInstrumentSpec instrument)
    {
        var asked = instrument.Simulate?.Value ?? spec.Simulate?.Value ?? Simulate.No;
        var mark = instrument.Simulate?.Mark ?? spec.Simulate?.Mark ?? instrument.Mark;
        if (asked == Simulate.Never && options.ForceSimulation)
            binder.Add(mark, "the run asks for simulation (LABTEST_SIMULATE), and the station says never; take one of them away");
        if (asked == Simulate.Never && instrument.Address is null)
            binder.Add(instrument.Mark, "an instrument that is never simulated needs an address");
        if (asked == Simulate.Remote && instrument.Address is null)
            binder.Add(instrument.Mark, "a remote simulator needs an address");
        return asked != Simulate.Remote && (asked == Simulate.Yes || options.ForceSimulation || instrument.Address is null);
    }

    private StationAction[]? Actions(string key, IReadOnlyList<string>? paths) =>
        paths?.Select(p => Action(p, spec.MarkOf(key))).OfType<StationAction>().ToArray();

    private StationAction? Action(string text, YamlMark mark)
    {
        if (!ParameterPath.TryParse(text, out var path))
        {
            binder.Add(mark, $"'{text}' is no action; write alias.action, as in psu.safe_state");
            return null;
        }

        if (!_instruments.TryGetValue(path.Alias, out var instrument))
        {
            binder.Add(mark, $"there is no instrument '{path.Alias}'", Spelling.Nearest(path.Alias, _instruments.Keys));
            return null;
        }

        var channel = -1;
        if (path.Channel is not null && !instrument.Channels.TryGetValue(path.Channel, out channel))
            binder.Add(mark, $"'{path.Alias}' has no channel '{path.Channel}'", Spelling.Nearest(path.Channel, instrument.Channels.Keys));
        if (path.Name != "safe_state" && !instrument.Model.Actions.ContainsKey(path.Name))
            binder.Add(mark, $"'{path.Alias}' has no action '{path.Name}'", Spelling.Nearest(path.Name, [.. instrument.Model.Actions.Keys, "safe_state"]));
        return new StationAction(path.Alias, channel, path.Name);
    }
}
