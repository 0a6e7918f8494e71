namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Evaluates formulas that depend on nothing; the others throw <see cref="NotConstantException"/>.</summary>
internal sealed class ConstantContext : EvaluationContext
{
    public static ConstantContext Instance { get; } = new();

    public override double Parameter(ParameterModel parameter) => throw new NotConstantException();

    public override double Variable(string name) => throw new NotConstantException();

    public override double Port(string name) => throw new NotConstantException();
}
