namespace LabTest;

/// <summary>Yes or no.</summary>
/// <param name="Expected">Which of the two.</param>
public sealed record FlagLimit(bool Expected) : Limit
{
    /// <inheritdoc/>
    public override string Describe() => Expected ? "yes" : "no";

    /// <inheritdoc/>
    public override Verdict Judge(MeasuredValue value, Quantity? uncertainty = null, DecisionRule rule = DecisionRule.Simple) =>
        value is FlagValue { Flag: var flag } && flag == Expected ? Verdict.Pass : Verdict.Fail;
}
