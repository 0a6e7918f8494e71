namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Evaluates formulas that depend on nothing but the channel; the others throw <see cref="NotConstantException"/>.</summary>
internal sealed class ConstantContext : EvaluationContext
{
    private ConstantContext(double channel) => ChannelNumber = channel;

    /// <summary>For a channel of an instrument; null for none.</summary>
    public static ConstantContext Of(string? channel) => new(double.TryParse(channel, out var number) ? number : double.NaN);

    public override double Parameter(ParameterModel parameter) => throw new NotConstantException();

    public override double Variable(string name) => throw new NotConstantException();

    public override double Port(string name) => throw new NotConstantException();
}
