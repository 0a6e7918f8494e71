namespace LabTest.Instruments.Expressions;

internal sealed record NumberExpression(double Value) : Expression
{
    public override IEnumerable<NameExpression> Names => [];

    public override Func<TContext, double> Compile<TContext>(Func<string, Func<TContext, double>?> resolve)
    {
        var value = Value;
        return _ => value;
    }
}
