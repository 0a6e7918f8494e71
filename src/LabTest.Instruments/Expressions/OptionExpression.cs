namespace LabTest.Instruments.Expressions;

/// <summary>The name of an option in quotes, as in <c>mode == 'current'</c>.</summary>
internal sealed record OptionExpression(string Option, int Position) : Expression
{
    public override IEnumerable<NameExpression> Names => [];

    public override Func<TContext, double> Compile<TContext>(Func<string, Func<TContext, double>?> resolve) =>
        resolve($"'{Option}'") ?? throw new ExpressionException($"'{Option}' is no option of any parameter here", Position, $"'{Option}'");
}
