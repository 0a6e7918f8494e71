using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Adds to the parameters what refers to other parameters: units, ranges, simulation; and checks what that makes checkable.</summary>
internal sealed class ParameterLinker(CompileContext context)
{
    private static readonly Unit Second = Unit.Parse("s");

    private readonly Dictionary<(bool IsChannel, bool IsSimulated), FormulaScope> _scopes = [];

    public void Link()
    {
        foreach (var parameter in context.Parameters.Values)
            Link(parameter, SpecOf(parameter));
        new ParameterCycles(context).Check(SpecOf);
        new SharedQueries(context).Link();
    }

    // The names are the same for all parameters, of which there may be thousands.
    private FormulaScope Scope(bool isChannel, bool isSimulated)
    {
        if (!_scopes.TryGetValue((isChannel, isSimulated), out var scope))
            _scopes[(isChannel, isSimulated)] = scope = FormulaScope.For(context, isChannel, isSimulated);
        return scope;
    }

    private ParameterSpec SpecOf(ParameterModel parameter) =>
        parameter.IsChannel ? context.Spec.Channels!.Parameters[parameter.Name] : context.Spec.Parameters![parameter.Name];

    private void Link(ParameterModel parameter, ParameterSpec spec)
    {
        var driver = Scope(parameter.IsChannel, isSimulated: false);
        var simulator = Scope(parameter.IsChannel, isSimulated: true);
        context.CheckHoles(parameter.Get, spec.MarkOf(spec.Scpi is null ? "get" : "scpi"), parameter.IsChannel);
        context.CheckHoles(parameter.Set, spec.MarkOf(spec.Scpi is null ? "set" : "scpi"), parameter.IsChannel, takesValue: true);
        LinkUnit(parameter, spec);
        parameter.Range = RangeOf(parameter, spec, driver);
        parameter.Ramp = RampOf(parameter, spec);
        if (spec.Init is not null && parameter.Type != ParameterType.Waveform)
            parameter.Init = context.Setting(parameter, spec.Init);
        CheckOptionsInRange(parameter, spec);
        if (parameter.Type == ParameterType.Waveform)
        {
            parameter.Waveform = new WaveformCompiler(context).Compile(parameter, spec, driver, simulator);
        }
        else if (spec.Sim is { } sim)
        {
            parameter.Simulation = new SimulatedReading
            {
                Value = simulator.Compile(sim.Value, parameter.Unit),
                Noise = simulator.CompileDifference(sim.Noise, parameter.Unit),
                Quantum = simulator.CompileDifference(sim.Quantum, parameter.Unit),
                Delay = simulator.Compile(sim.Delay, Second),
            };
        }
    }

    private void LinkUnit(ParameterModel parameter, ParameterSpec spec)
    {
        if (spec.Unit?.By is not { } by || context.FindKnowable(by.By, by.MarkOf("by"), parameter.IsChannel) is not { } deciding)
            return;
        if (deciding.Type != ParameterType.Enum)
        {
            context.Add(by.MarkOf("by"), $"'{by.By}' has no named options; only such a parameter decides on a unit");
            return;
        }

        foreach (var name in by.Map.Keys.Where(n => deciding.FindOption(n) is null))
            context.Add(by.MarkOf("map"), $"'{name}' is no value of '{by.By}'", Spelling.Nearest(name, deciding.Options.Select(o => o.Name)));
        foreach (var option in deciding.Options.Where(o => !by.Map.ContainsKey(o.Name)))
            context.Add(by.MarkOf("map"), $"the unit for {by.By} '{option.Name}' is missing");
        parameter.UnitBy = new UnitByModel(deciding, by.Map);
    }

    private RangeModel? RangeOf(ParameterModel parameter, ParameterSpec spec, FormulaScope scope)
    {
        if (spec.Range is not { } range || !parameter.IsNumber)
            return null;
        if (range.All is null && !parameter.IsChannel)
            context.Add(range.Mark, $"'{parameter.Name}' belongs to no channel; write its range as [lowest, highest]");
        foreach (var channel in parameter.IsChannel ? range.ByChannel.Keys.Except(context.Channels, StringComparer.Ordinal) : [])
            context.Add(range.Mark, $"there is no channel '{channel}' (there are {Listing.Of(context.Channels)})", Spelling.Nearest(channel, context.Channels));
        foreach (var channel in range.All is null && parameter.IsChannel ? context.Channels.Where(c => !range.ByChannel.ContainsKey(c)) : [])
            context.Add(range.Mark, $"the range for channel '{channel}' is missing");

        var all = Ends(parameter, range.All, scope);
        var byChannel = range.ByChannel.ToDictionary(r => r.Key, r => Ends(parameter, r.Value, scope));
        return new RangeModel(channel => channel is null ? all : byChannel.GetValueOrDefault(channel) ?? all);
    }

    private RangeEnds? Ends(ParameterModel parameter, RangeEndsSpec? ends, FormulaScope scope)
    {
        if (ends is null || scope.Compile(ends.Low, parameter.Unit) is not { } low || scope.Compile(ends.High, parameter.Unit) is not { } high)
            return null;
        if (IsConstant(ends.Low) && IsConstant(ends.High) && !(low(ConstantContext.Of(null)) <= high(ConstantContext.Of(null))))
            context.Add(ends.Low.Mark, $"the range [{ends.Low.Text}, {ends.High.Text}] is upside down; write the lowest value first");
        return new RangeEnds(low, high, ends.Low.Text, ends.High.Text);
    }

    private RampModel? RampOf(ParameterModel parameter, ParameterSpec spec)
    {
        if (spec.Ramp is not { } ramp || !parameter.IsNumber)
            return null;
        if (parameter.Set is null || parameter.Get is null)
            context.Add(ramp.Mark, $"only what can be set and read is changed in steps; '{parameter.Name}' needs 'scpi', or 'get' and 'set'");
        var every = Durations.Wait(ramp.Every, ramp.MarkOf("every"), context.Problems);
        try
        {
            var step = ramp.Step.Unit.IsOne ? ramp.Step.Value : ramp.Step.DifferenceIn(parameter.Unit);
            if (step > 0)
                return new RampModel(step, every);
            context.Add(ramp.MarkOf("step"), "the step of a ramp must be above zero");
        }
        catch (UnitMismatchException e)
        {
            context.Add(ramp.MarkOf("step"), e.Message);
        }

        return null;
    }

    private void CheckOptionsInRange(ParameterModel parameter, ParameterSpec spec)
    {
        foreach (var channel in parameter.IsChannel ? context.Channels : (IReadOnlyList<string?>)[null])
        {
            if (parameter.Range?.Constant(channel) is not { } range)
                continue;
            foreach (var option in parameter.NumericOptions.Where(o => !range.Allows(o)))
                context.Add(spec.Options!.Mark, $"the option {option} is outside the range {range.Describe(parameter.Unit)} and could never be set");
        }
    }

    private static bool IsConstant(ExpressionSpec expression) => expression.Expression?.Names.Any() != true;
}
