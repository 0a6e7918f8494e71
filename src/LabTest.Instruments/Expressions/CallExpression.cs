namespace LabTest.Instruments.Expressions;

internal sealed record CallExpression(string Function, IReadOnlyList<Expression> Arguments) : Expression
{
    /// <summary>The functions there are, with the least and the most arguments each takes.</summary>
    public static IReadOnlyDictionary<string, (int Least, int Most)> Functions { get; } = new Dictionary<string, (int, int)>
    {
        ["if"] = (3, 3),
        ["min"] = (1, 100),
        ["max"] = (1, 100),
        ["clamp"] = (3, 3),
        ["abs"] = (1, 1),
        ["sqrt"] = (1, 1),
        ["exp"] = (1, 1),
        ["log"] = (1, 1),
        ["sin"] = (1, 1),
        ["cos"] = (1, 1),
        ["round"] = (1, 1),
    };

    public override IEnumerable<NameExpression> Names => Arguments.SelectMany(a => a.Names);

    public override Func<TContext, double> Compile<TContext>(Func<string, Func<TContext, double>?> resolve)
    {
        var arguments = Arguments.Select(a => a.Compile(resolve)).ToArray();
        var first = arguments[0];
        switch (Function)
        {
            case "if":
                var (then, otherwise) = (arguments[1], arguments[2]);
                return context => Holds(first(context)) ? then(context) : otherwise(context);
            case "clamp":
                var (low, high) = (arguments[1], arguments[2]);
                return context => Math.Min(Math.Max(first(context), low(context)), high(context));
            case "min":
                return Fold(arguments, Math.Min);
            case "max":
                return Fold(arguments, Math.Max);
            case "abs":
                return context => Math.Abs(first(context));
            case "sqrt":
                return context => Math.Sqrt(first(context));
            case "exp":
                return context => Math.Exp(first(context));
            case "log":
                return context => Math.Log(first(context));
            case "sin":
                return context => Math.Sin(first(context));
            case "cos":
                return context => Math.Cos(first(context));
            case "round":
                return context => Math.Round(first(context), MidpointRounding.AwayFromZero);
            default:
                throw new InvalidOperationException($"There is no function '{Function}'.");
        }
    }

    private static Func<TContext, double> Fold<TContext>(Func<TContext, double>[] arguments, Func<double, double, double> fold) => context =>
    {
        var value = arguments[0](context);
        for (var i = 1; i < arguments.Length; i++)
            value = fold(value, arguments[i](context));
        return value;
    };
}
