using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Makes what a waveform needs: how it is fetched and scaled, and how the simulator makes one.</summary>
internal sealed class WaveformCompiler(CompileContext context)
{
    public WaveformModel? Compile(ParameterModel parameter, ParameterSpec spec, FormulaScope driver, FormulaScope simulator)
    {
        if (spec.Block is null || spec.X is null || spec.Y is null || spec.Get is null)
        {
            context.Add(spec.Mark, "a waveform needs 'get', 'block', 'x' and 'y'");
            return null;
        }

        var fields = Fields(spec.Preamble);
        var x = driver.WithSample("i", fields).Compile(spec.X.Value, spec.X.Unit);
        var y = driver.WithSample("raw", fields).Compile(spec.Y.Value, spec.Y.Unit);
        return x is null || y is null ? null : new WaveformModel
        {
            Prepare = Prepare(parameter, spec),
            PreambleGet = PreambleGet(parameter, spec.Preamble),
            Fields = fields,
            Sample = spec.Block.Sample,
            Order = spec.Block.Order ?? SampleOrder.Little,
            Points = Points(spec.Block, fields, driver),
            AtMost = AtMost(spec.Block),
            XUnit = spec.X.Unit,
            X = x,
            YUnit = spec.Y.Unit,
            Y = y,
            Simulation = Trace(spec, fields, simulator),
        };
    }

    // The preamble of most scopes says it in a field that is called one of these.
    private static readonly string[] CountFields = ["points", "count"];

    private static Func<EvaluationContext, double>? Points(BlockSpec block, IReadOnlyList<string> fields, FormulaScope driver)
    {
        if (block.Points is { } given)
            return driver.WithFields(fields).Compile(given, Unit.One);
        // Where there are both, the count is that of the averages.
        var field = fields.ToList().IndexOf(CountFields.FirstOrDefault(fields.Contains) ?? "");
        return field < 0 ? null : context => context.Fields[field];
    }

    private long? AtMost(BlockSpec block)
    {
        if (block.AtMost is { IsRate: true } rate)
            context.Add(rate.Mark, "a number of bytes is wanted here, as in 16 MB");
        return block.AtMost?.Bytes;
    }

    private IReadOnlyList<string> Fields(PreambleSpec? preamble)
    {
        if (preamble is null)
            return [];
        foreach (var name in preamble.Fields.Where(f => !NameRules.IsName(f)))
            context.Add(preamble.MarkOf("fields"), $"'{name}' cannot be the name of a field; use letters, digits and _, beginning with a letter");
        foreach (var name in preamble.Fields.GroupBy(f => f).Where(g => g.Count() > 1).Select(g => g.Key))
            context.Add(preamble.MarkOf("fields"), $"the field '{name}' is named twice");
        return preamble.Fields;
    }

    private CommandTemplate[] Prepare(ParameterModel parameter, ParameterSpec spec)
    {
        var mark = spec.MarkOf("prepare");
        CommandTemplate[] commands = [.. (spec.Prepare ?? []).Select(p => context.Command(p, mark)).OfType<CommandTemplate>()];
        foreach (var command in commands)
        {
            context.CheckHoles(command, mark, parameter.IsChannel);
            if (command.IsQuery)
                context.Add(mark, $"'{command.Text}' is a query, and nobody reads its answer; prepare with commands");
        }

        return commands;
    }

    private CommandTemplate? PreambleGet(ParameterModel parameter, PreambleSpec? preamble)
    {
        if (preamble is null || context.Command(preamble.Get, preamble.MarkOf("get")) is not { } get)
            return null;
        context.CheckHoles(get, preamble.MarkOf("get"), parameter.IsChannel);
        if (!get.IsQuery)
            context.Add(preamble.MarkOf("get"), $"'{get.Text}' is no query; a query ends in ?");
        return get;
    }

    private SimulatedTrace? Trace(ParameterSpec spec, IReadOnlyList<string> fields, FormulaScope simulator)
    {
        if (spec.Sim is not { } sim)
            return null;
        foreach (var field in (sim.Preamble?.Keys ?? []).Where(f => !fields.Contains(f)))
            context.Add(sim.MarkOf("preamble"), $"'{field}' is no field of the preamble", Spelling.Nearest(field, fields));
        var values = new List<Func<EvaluationContext, double>>();
        foreach (var field in fields)
        {
            if (sim.Preamble?.GetValueOrDefault(field) is { } given)
                values.Add(simulator.Compile(given, Unit.One) ?? Zero);
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
            Y = simulator.Compile(sim.Y, yUnit) ?? Zero,
            Noise = simulator.CompileDifference(sim.Noise, yUnit),
            Trigger = sim.Trigger is not { } trigger ? null : new SimulatedTrigger(
                simulator.Compile(trigger.Source, yUnit) ?? Zero, simulator.Compile(trigger.Level, yUnit) ?? Zero, simulator.Compile(trigger.Slope, Unit.One)),
        };
    }

    private static double Zero(EvaluationContext context) => 0;
}
