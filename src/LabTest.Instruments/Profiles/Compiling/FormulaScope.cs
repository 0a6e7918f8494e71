using LabTest.Instruments.Profiles.Spec;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>The names that a formula of a profile may use, and what they stand for.</summary>
internal sealed class FormulaScope
{
    private readonly CompileContext _context;
    private readonly Dictionary<string, Func<EvaluationContext, double>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);

    private FormulaScope(CompileContext context) => _context = context;

    /// <summary>Names for a parameter of the instrument or of a channel: parameters, options in quotes, variables, ports, <c>t</c> and <c>ch</c>.</summary>
    /// <param name="context">The profile.</param>
    /// <param name="isChannel">Whether parameters of the channel may be used.</param>
    /// <param name="isSimulated">Whether variables and ports may be used: only the simulator has them. The driver has no readings either.</param>
    public static FormulaScope For(CompileContext context, bool isChannel, bool isSimulated)
    {
        var scope = new FormulaScope(context);
        foreach (var parameter in context.Parameters.Values)
            scope.Add(parameter, isChannel, isSimulated);
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
        var scope = WithFields(fields);
        scope._names[name] = name == "i" ? static c => c.Index : static c => c.Raw;
        return scope;
    }

    /// <summary>The names for what belongs to all of a waveform: the fields of the preamble.</summary>
    public FormulaScope WithFields(IReadOnlyList<string> fields)
    {
        var scope = new FormulaScope(_context);
        foreach (var (key, value) in _names)
            scope._names[key] = value;
        foreach (var (key, value) in _refused)
            scope._refused[key] = value;
        for (var i = 0; i < fields.Count; i++)
        {
            var field = i;
            scope._names[fields[i]] = c => c.Fields[field];
            scope._refused.Remove(fields[i]);
        }

        return scope;
    }

    /// <summary>Makes a function that gives numbers in a unit; null where there is none, or after a problem was added.</summary>
    public Func<EvaluationContext, double>? Compile(ExpressionSpec? expression, Unit unit) => Compile(expression, unit, isDifference: false);

    /// <summary>Makes a function that gives differences between values of a unit, such as a noise; null where there is none, or after a problem was added.</summary>
    public Func<EvaluationContext, double>? CompileDifference(ExpressionSpec? expression, Unit unit) => Compile(expression, unit, isDifference: true);

    private Func<EvaluationContext, double>? Compile(ExpressionSpec? expression, Unit unit, bool isDifference)
    {
        foreach (var name in expression?.Expression?.Names.Select(n => n.Name) ?? [])
        {
            if (!_refused.TryGetValue(name, out var reason))
                continue;
            _context.Add(expression!.Mark, $"in '{expression.Text}': {reason}");
            return null;
        }

        return expression?.Compile(unit, isDifference, name => _names.GetValueOrDefault(name), _names.Keys, _context.Problems);
    }

    private void Add(ParameterModel parameter, bool isChannel, bool isSimulated)
    {
        foreach (var option in parameter.Options.Where(o => !o.IsNumber))
        {
            var number = option.Number;
            _names[$"'{option.Name}'"] = _ => number;
        }

        var reason = !isSimulated ? CompileContext.WhyUnknowable(parameter, isChannel)
            : parameter.IsChannel && !isChannel ? $"'{parameter.Name}' belongs to a channel, and this to the whole instrument"
            : parameter.Type == ParameterType.Waveform ? $"'{parameter.Name}' is a waveform and has no single value"
            : null;
        if (reason is null)
            _names[parameter.Name] = c => c.Parameter(parameter);
        else
            _refused[parameter.Name] = reason;
    }
}
