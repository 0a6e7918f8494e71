using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Adds to the parameters what refers to other parameters: units, ranges, waveforms, simulation; and checks what that makes checkable.</summary>
internal sealed class ParameterLinker(CompileContext context)
{
    private static readonly Unit Second = Unit.Parse("s");

    public void Link()
    {
        foreach (var parameter in context.Parameters.Values)
            Link(parameter, SpecOf(parameter));
    }

    private ParameterSpec SpecOf(ParameterModel parameter) =>
        parameter.IsChannel ? context.Spec.Channels!.Parameters[parameter.Name] : context.Spec.Parameters![parameter.Name];

    private void Link(ParameterModel parameter, ParameterSpec spec)
    {
        var driver = FormulaScope.For(context, parameter.IsChannel, isSimulated: false);
        var simulator = FormulaScope.For(context, parameter.IsChannel, isSimulated: true);
        CheckHoles(parameter, parameter.Get, spec.MarkOf(spec.Scpi is null ? "get" : "scpi"));
        CheckHoles(parameter, parameter.Set, spec.MarkOf(spec.Scpi is null ? "set" : "scpi"));
        LinkUnit(parameter, spec);
        parameter.Range = RangeOf(parameter, spec, driver);
        parameter.Ramp = RampOf(parameter, spec);
        if (spec.Init is not null)
            parameter.Init = InitOf(parameter, spec.Init);
        if (parameter.Type == ParameterType.Waveform)
            parameter.Waveform = WaveformOf(spec, driver, simulator);
        else if (spec.Sim is { } sim)
            parameter.Simulation = new SimulatedReading
            {
                Value = simulator.Compile(sim.Value, parameter.Unit),
                Noise = simulator.Compile(sim.Noise, parameter.Unit),
                Quantum = simulator.Compile(sim.Quantum, parameter.Unit),
                Delay = simulator.Compile(sim.Delay, Second),
            };
    }

    private void CheckHoles(ParameterModel parameter, CommandTemplate? command, YamlMark mark)
    {
        foreach (var hole in command?.Holes ?? [])
        {
            if (hole is not ("value" or "ch"))
                context.Find(hole, mark);
            if (hole == "value" && command == parameter.Get)
                context.Add(mark, "a query has no hole {value}");
        }
    }

    private void LinkUnit(ParameterModel parameter, ParameterSpec spec)
    {
        if (spec.Unit?.By is not { } by || context.Find(by.By, by.MarkOf("by")) is not { } deciding)
            return;
        foreach (var name in by.Map.Keys.Where(n => deciding.FindOption(n) is null))
            context.Add(by.MarkOf("map"), $"'{name}' is no value of '{by.By}'", Spelling.Nearest(name, deciding.Options.Select(o => o.Name)));
        foreach (var option in deciding.Options.Where(o => !by.Map.ContainsKey(o.Name)))
            context.Add(by.MarkOf("map"), $"the unit for {by.By} '{option.Name}' is missing");
        parameter.UnitBy = new UnitByModel(deciding, by.Map);
    }

    private RangeModel? RangeOf(ParameterModel parameter, ParameterSpec spec, FormulaScope scope)
    {
        if (spec.Range is not { } range)
            return null;
        if (parameter.Type is not (ParameterType.Number or ParameterType.Integer))
            context.Add(range.Mark, "only a number has a range");
        foreach (var channel in range.ByChannel.Keys.Where(c => !context.Channels.Contains(c)))
            context.Add(range.Mark, $"there is no channel '{channel}'", Spelling.Nearest(channel, context.Channels));
        foreach (var channel in range.All is null ? context.Channels.Where(c => !range.ByChannel.ContainsKey(c)) : [])
            context.Add(range.Mark, $"the range for channel '{channel}' is missing");

        RangeEnds? Ends(RangeEndsSpec? ends)
        {
            if (ends is null || scope.Compile(ends.Low, parameter.Unit) is not { } low || scope.Compile(ends.High, parameter.Unit) is not { } high)
                return null;
            if (IsConstant(ends.Low) && IsConstant(ends.High) && !(low(ConstantContext.Instance) <= high(ConstantContext.Instance)))
                context.Add(ends.Low.Mark, $"the range [{ends.Low.Text}, {ends.High.Text}] is upside down; write the lowest value first");
            return new RangeEnds(low, high);
        }

        var all = Ends(range.All);
        var byChannel = range.ByChannel.ToDictionary(r => r.Key, r => Ends(r.Value));
        return new RangeModel(channel => channel is null ? all : byChannel.GetValueOrDefault(channel) ?? all);
    }

    private RampModel? RampOf(ParameterModel parameter, ParameterSpec spec)
    {
        if (spec.Ramp is not { } ramp)
            return null;
        try
        {
            return new RampModel(ramp.Step.Unit.IsOne ? ramp.Step.Value : ramp.Step.In(parameter.Unit), Durations.Of(ramp.Every));
        }
        catch (UnitMismatchException e)
        {
            context.Add(ramp.Mark, e.Message);
            return null;
        }
    }

    private ParameterValue? InitOf(ParameterModel parameter, ValueSpec init)
    {
        var value = context.Value(parameter, init);
        if (value is not { Kind: ParameterValueKind.Quantity } number)
            return value;
        foreach (var channel in parameter.IsChannel ? context.Channels : (IReadOnlyList<string?>)[null])
        {
            if (parameter.Range?.EndsOf(channel) is not { } ends)
                continue;
            double low, high;
            try
            {
                (low, high) = (ends.Low(ConstantContext.Instance), ends.High(ConstantContext.Instance));
            }
            catch (NotConstantException)
            {
                continue;       // depends on a mode: only checked live
            }

            if (number.Quantity.Value < low || number.Quantity.Value > high)
                context.Add(init.Mark, $"init {number} of '{parameter.Name}' is outside its range {new Quantity(low, parameter.Unit)} to {new Quantity(high, parameter.Unit)}{(channel is null ? "" : $" on channel {channel}")}");
        }

        return value;
    }

    private WaveformModel? WaveformOf(ParameterSpec spec, FormulaScope driver, FormulaScope simulator)
    {
        if (spec.Block is null || spec.X is null || spec.Y is null || spec.Get is null)
        {
            context.Add(spec.Mark, "a waveform needs 'get', 'block', 'x' and 'y'");
            return null;
        }

        var fields = spec.Preamble?.Fields ?? [];
        var x = driver.WithSample("i", fields).Compile(spec.X.Value, spec.X.Unit);
        var y = driver.WithSample("raw", fields).Compile(spec.Y.Value, spec.Y.Unit);
        return x is null || y is null ? null : new WaveformModel
        {
            Prepare = [.. (spec.Prepare ?? []).Select(p => context.Command(p, spec.MarkOf("prepare"))).OfType<CommandTemplate>()],
            PreambleGet = context.Command(spec.Preamble?.Get, spec.Preamble?.MarkOf("get") ?? spec.Mark),
            Fields = fields,
            Sample = spec.Block.Sample,
            Order = spec.Block.Order ?? SampleOrder.Little,
            XUnit = spec.X.Unit,
            X = x,
            YUnit = spec.Y.Unit,
            Y = y,
            Simulation = TraceOf(spec, fields, simulator),
        };
    }

    private SimulatedTrace? TraceOf(ParameterSpec spec, IReadOnlyList<string> fields, FormulaScope simulator)
    {
        if (spec.Sim is not { } sim)
            return null;
        foreach (var field in (sim.Preamble?.Keys ?? []).Where(f => !fields.Contains(f)))
            context.Add(sim.MarkOf("preamble"), $"'{field}' is no field of the preamble", Spelling.Nearest(field, fields));
        var values = new List<Func<EvaluationContext, double>>();
        foreach (var field in fields)
        {
            if (sim.Preamble?.GetValueOrDefault(field) is { } given)
                values.Add(simulator.Compile(given, Unit.One) ?? (_ => 0));
            else
                context.Add(sim.MarkOf("preamble"), $"the simulated preamble has no '{field}'");
        }

        if (sim.Y is null)
        {
            context.Add(sim.Mark, "a simulated waveform needs 'y', a formula of t");
            return null;
        }

        var yUnit = spec.Y!.Unit;
        return new SimulatedTrace
        {
            Preamble = values,
            Y = simulator.Compile(sim.Y, yUnit) ?? (_ => 0),
            Noise = simulator.Compile(sim.Noise, yUnit),
            Trigger = sim.Trigger is not { } trigger ? null : new SimulatedTrigger(
                simulator.Compile(trigger.Source, yUnit) ?? (_ => 0), simulator.Compile(trigger.Level, yUnit) ?? (_ => 0), simulator.Compile(trigger.Slope, Unit.One)),
        };
    }

    private static bool IsConstant(ExpressionSpec expression) => expression.Expression?.Names.Any() != true;
}
