namespace LabTest.Instruments.Expressions;

internal sealed record NameExpression(string Name, int Position) : Expression
{
    public override IEnumerable<NameExpression> Names => [this];

    public override Func<TContext, double> Compile<TContext>(Func<string, Func<TContext, double>?> resolve) =>
        resolve(Name) ?? throw new ExpressionException($"'{Name}' is no parameter, variable or port here", Position, Name);
}
