namespace LabTest.Instruments.Expressions;

internal sealed record BinaryExpression(string Operator, Expression Left, Expression Right) : Expression
{
    public override IEnumerable<NameExpression> Names => [.. Left.Names, .. Right.Names];

    public override Func<TContext, double> Compile<TContext>(Func<string, Func<TContext, double>?> resolve)
    {
        var left = Left.Compile(resolve);
        var right = Right.Compile(resolve);
        return Operator switch
        {
            "+" => context => left(context) + right(context),
            "-" => context => left(context) - right(context),
            "*" => context => left(context) * right(context),
            "/" => context => left(context) / right(context),
            "^" => context => Math.Pow(left(context), right(context)),
            "<" => context => left(context) < right(context) ? 1 : 0,
            "<=" => context => left(context) <= right(context) ? 1 : 0,
            ">" => context => left(context) > right(context) ? 1 : 0,
            ">=" => context => left(context) >= right(context) ? 1 : 0,
            "==" => context => left(context) == right(context) ? 1 : 0,
            "!=" => context => left(context) != right(context) ? 1 : 0,
            "and" => context => Holds(left(context)) && Holds(right(context)) ? 1 : 0,
            "or" => context => Holds(left(context)) || Holds(right(context)) ? 1 : 0,
            _ => throw new InvalidOperationException($"There is no operator '{Operator}'."),
        };
    }
}
