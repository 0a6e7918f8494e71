using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes what the simulator needs beyond the driver.</summary>
internal sealed class SimulationCompiler(CompileContext context)
{
    public SimulationModel Compile()
    {
        if (context.Spec.Sim is not { } sim)
            return new SimulationModel();
        CheckFinite(sim.Variables, sim.MarkOf("variables"));
        CheckFinite(sim.Ports, sim.MarkOf("ports"));
        var scope = FormulaScope.For(context, isChannel: context.Channels.Count > 0, isSimulated: true);
        return new SimulationModel
        {
            Signals = (sim.Signals ?? new Dictionary<string, ExpressionSpec>()).ToDictionary(s => s.Key, s => scope.Compile(s.Value, Unit.One) ?? (_ => 0)),
            Variables = sim.Variables ?? new Dictionary<string, double>(),
            Ports = sim.Ports ?? new Dictionary<string, double>(),
            Latency = Durations.Wait(sim.Latency, sim.MarkOf("latency"), context.Problems),
            Faults = Faults(sim),
        };
    }

    private void CheckFinite(IReadOnlyDictionary<string, double>? values, YamlMark mark)
    {
        foreach (var (name, value) in values ?? new Dictionary<string, double>())
        {
            if (!double.IsFinite(value))
                context.Add(mark, $"'{name}' must be a finite number");
        }
    }

    private Dictionary<string, FaultModel> Faults(SimSpec sim)
    {
        var faults = new Dictionary<string, FaultModel>(StringComparer.Ordinal);
        foreach (var (name, fault) in sim.Faults ?? new Dictionary<string, FaultSpec>())
        {
            CheckOccurrence(fault);
            if (fault.Code is not null && fault.Effect != FaultEffect.Error)
                context.Add(fault.MarkOf("code"), "'code' belongs to the effect 'error'");
            if (fault is { Effect: FaultEffect.Delay, Delay: null })
                context.Add(fault.MarkOf("effect"), "the effect 'delay' needs the key 'delay', as in delay: 2 s");
            if (Header(fault) is { } header)
                faults[name] = new FaultModel(name, header, fault, Durations.Wait(fault.Delay, fault.MarkOf("delay"), context.Problems));
        }

        return faults;
    }

    private void CheckOccurrence(FaultSpec fault)
    {
        if (fault.Nth is < 1)
            context.Add(fault.MarkOf("nth"), "occurrences are counted from 1");
        if (fault.Every is < 1)
            context.Add(fault.MarkOf("every"), "'every' must be at least 1");
        if (fault.Probability is { } probability && !(probability is >= 0 and <= 1))
            context.Add(fault.MarkOf("probability"), "a probability lies between 0 and 1");
        object?[] when = [fault.Nth, fault.Every, fault.Probability];
        if (when.Count(w => w is not null) > 1)
            context.Add(fault.Mark, "give one of 'nth', 'every' and 'probability'; without any of them a fault happens each time");
    }

    private HeaderPrefix? Header(FaultSpec fault)
    {
        try
        {
            var prefix = new HeaderPrefix(HeaderPattern.Parse(fault.On));
            if (!fault.On.StartsWith('*') && !context.Commands.Any(c => prefix.Fits(c.Header)))
                context.Add(fault.MarkOf("on"), $"no command of this profile begins with '{fault.On}', so the fault would never happen");
            return prefix;
        }
        catch (FormatException e)
        {
            context.Add(fault.MarkOf("on"), e.Message);
            return null;
        }
    }
}
