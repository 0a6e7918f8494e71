namespace LabTest;

/// <summary>A lowest and a highest value, of which one may be missing; both ends are allowed values.</summary>
public sealed record RangeLimit : Limit
{
    /// <summary>Makes a limit.</summary>
    /// <param name="lower">The lowest allowed value.</param>
    /// <param name="upper">The highest allowed value.</param>
    /// <exception cref="ArgumentException">Neither is given, one is NaN, or the lower is above the upper.</exception>
    /// <exception cref="UnitMismatchException">The two are of different dimensions.</exception>
    public RangeLimit(Quantity? lower, Quantity? upper)
    {
        if (lower is null && upper is null)
            throw new ArgumentException("A limit needs a lower or an upper value.", nameof(lower));
        if (lower is { IsNaN: true } || upper is { IsNaN: true })
            throw new ArgumentException("A limit cannot be NaN.", nameof(lower));
        if (lower is { } low && upper is { } high && low > high)
            throw new ArgumentException($"The lower limit {low} is above the upper limit {high}; swap them.", nameof(lower));
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The lowest allowed value.</summary>
    public Quantity? Lower { get; }

    /// <summary>The highest allowed value.</summary>
    public Quantity? Upper { get; }

    /// <summary>Below this a value passes, but <see cref="Verdict.Marginal"/>.</summary>
    public Quantity? MarginalLower { get; init; }

    /// <summary>Above this a value passes, but <see cref="Verdict.Marginal"/>.</summary>
    public Quantity? MarginalUpper { get; init; }

    /// <summary>The unit the limit is given in.</summary>
    public Unit Unit => (Lower ?? Upper)!.Value.Unit;

    /// <inheritdoc/>
    public override string Describe() => (Lower, Upper) switch
    {
        ({ } lower, { } upper) => $"within {lower} and {upper}",
        ({ } lower, null) => $"at least {lower}",
        _ => $"at most {Upper}",
    };

    /// <inheritdoc/>
    public override Verdict Judge(MeasuredValue value, Quantity? uncertainty = null, DecisionRule rule = DecisionRule.Simple)
    {
        switch (value)
        {
            case ScalarValue scalar:
                return Judge(scalar.Quantity, uncertainty, rule);
            case ArrayValue array:
                return JudgeAll(array.Values.Span, array.Unit, uncertainty, rule);
            case WaveformValue { Waveform: var waveform }:
                return JudgeAll(waveform.Samples.Span, waveform.Unit, uncertainty, rule);
            default:
                return Verdict.Fail;
        }
    }

    /// <summary>Holds one quantity against the limit.</summary>
    /// <inheritdoc cref="Judge(MeasuredValue, Quantity?, DecisionRule)"/>
    public Verdict Judge(Quantity value, Quantity? uncertainty, DecisionRule rule)
    {
        var simple = JudgeSimply(value);
        if (rule == DecisionRule.Simple || value.IsNaN)
            return simple;
        if (uncertainty is not { IsNaN: false } known)
            return Verdict.Inconclusive;
        if (rule == DecisionRule.SharedRisk)
            return simple;

        var expanded = known * 2;
        var low = value - expanded;
        var high = value + expanded;
        if ((Lower is { } l && high < l) || (Upper is { } u && low > u))
            return Verdict.Fail;
        return (Lower is { } inside && low < inside) || (Upper is { } outside && high > outside) ? Verdict.Inconclusive : simple;
    }

    /// <summary>Holds every number against the limit; the worst counts. No numbers at all fail.</summary>
    internal Verdict JudgeAll(ReadOnlySpan<double> values, Unit unit, Quantity? uncertainty, DecisionRule rule)
    {
        if (values.IsEmpty)
            return Verdict.Fail;
        var worst = Verdict.NotSet;
        foreach (var value in values)
            worst = worst.Worse(Judge(new Quantity(value, unit), uncertainty, rule));
        return worst;
    }

    private Verdict JudgeSimply(Quantity value)
    {
        if (value.IsNaN || (Lower is { } lower && !(value >= lower)) || (Upper is { } upper && !(value <= upper)))
            return Verdict.Fail;
        return (MarginalLower is { } low && value < low) || (MarginalUpper is { } high && value > high) ? Verdict.Marginal : Verdict.Pass;
    }
}
