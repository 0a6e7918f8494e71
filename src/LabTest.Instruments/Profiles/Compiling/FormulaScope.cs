using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>The names that a formula of a profile may use, and what they stand for.</summary>
internal sealed class FormulaScope
{
    private readonly CompileContext _context;
    private readonly Dictionary<string, Func<EvaluationContext, double>> _names = new(StringComparer.Ordinal);

    private FormulaScope(CompileContext context) => _context = context;

    /// <summary>Names for a parameter of the instrument or of a channel: parameters, options in quotes, variables, ports, <c>t</c> and <c>ch</c>.</summary>
    /// <param name="context">The profile.</param>
    /// <param name="isChannel">Whether parameters of the channel may be used.</param>
    /// <param name="isSimulated">Whether variables and ports may be used: only the simulator has them.</param>
    public static FormulaScope For(CompileContext context, bool isChannel, bool isSimulated)
    {
        var scope = new FormulaScope(context);
        foreach (var parameter in context.Parameters.Values.Where(p => (isChannel || !p.IsChannel) && p.Type != ParameterType.Waveform))
        {
            var own = parameter;
            scope._names[own.Name] = c => c.Parameter(own);
            foreach (var option in own.Options.Where(o => !double.TryParse(o.Name, out _)))
            {
                var number = option.Number;
                scope._names[$"'{option.Name}'"] = _ => number;
            }
        }

        if (isChannel)
            scope._names["ch"] = static c => c.ChannelNumber;
        if (!isSimulated)
            return scope;

        scope._names["t"] = static c => c.Time - c.Origin;
        foreach (var name in context.Spec.Sim?.Variables?.Keys ?? [])
            scope._names[name] = c => c.Variable(name);
        foreach (var name in context.Spec.Sim?.Ports?.Keys ?? [])
            scope._names[name] = c => c.Port(name);
        return scope;
    }

    /// <summary>The names for the axes of a waveform: one of <c>i</c> and <c>raw</c>, and the fields of the preamble.</summary>
    public FormulaScope WithSample(string name, IReadOnlyList<string> fields)
    {
        var scope = new FormulaScope(_context);
        foreach (var (key, value) in _names)
            scope._names[key] = value;
        scope._names[name] = name == "i" ? static c => c.Index : static c => c.Raw;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = i;
            scope._names[fields[i]] = c => c.Fields[field];
        }

        return scope;
    }

    /// <summary>Makes a function that gives numbers in a unit; null where there is none, or after a problem was added.</summary>
    public Func<EvaluationContext, double>? Compile(ExpressionSpec? expression, Unit unit) =>
        expression?.Compile(unit, name => _names.GetValueOrDefault(name), _names.Keys, _context.Problems);
}
