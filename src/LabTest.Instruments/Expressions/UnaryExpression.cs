namespace LabTest.Instruments.Expressions;

internal sealed record UnaryExpression(string Operator, Expression Operand) : Expression
{
    public override IEnumerable<NameExpression> Names => Operand.Names;

    public override Func<TContext, double> Compile<TContext>(Func<string, Func<TContext, double>?> resolve)
    {
        var operand = Operand.Compile(resolve);
        return Operator switch
        {
            "-" => context => -operand(context),
            "+" => operand,
            "not" => context => Holds(operand(context)) ? 0 : 1,
            _ => throw new InvalidOperationException($"There is no operator '{Operator}'."),
        };
    }
}
