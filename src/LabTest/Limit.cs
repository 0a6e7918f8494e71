namespace LabTest;

/// <summary>What a measurement must meet: a <see cref="RangeLimit"/>, a <see cref="TextLimit"/>, a <see cref="FlagLimit"/>, or a golden table.</summary>
public abstract record Limit
{
    private protected Limit()
    {
    }

    /// <summary>What it asks, as the end of a sentence: <c>within 3.25 V and 3.35 V</c>.</summary>
    public abstract string Describe();

    /// <summary>Holds a value against the limit.</summary>
    /// <param name="value">What was measured.</param>
    /// <param name="uncertainty">Its standard uncertainty; none where it is unknown.</param>
    /// <param name="rule">How the uncertainty enters.</param>
    /// <returns>Pass, Marginal, Inconclusive or Fail. NaN, and a value of another form than the limit's, never pass.</returns>
    /// <exception cref="UnitMismatchException">The value is of another dimension or kind than the limit.</exception>
    public abstract Verdict Judge(MeasuredValue value, Quantity? uncertainty = null, DecisionRule rule = DecisionRule.Simple);

    /// <inheritdoc/>
    public sealed override string ToString() => Describe();
}
