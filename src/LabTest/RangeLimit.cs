using LabTest.Units;

namespace LabTest;

/// <summary>
/// A lowest and a highest value, of which one may be missing; both ends are allowed values. A value is compared in the limit's unit, and equal means
/// equal: the limit is widened by what the conversions, sums and differences behind both numbers were rounded by, never by more than 1e-12 of the larger
/// number that entered. Two numbers of one unit that nothing was computed from are compared as they are.
/// </summary>
public sealed record RangeLimit : Limit
{
    /// <summary>Makes a limit.</summary>
    /// <param name="lower">The lowest allowed value.</param>
    /// <param name="upper">The highest allowed value.</param>
    /// <exception cref="ArgumentException">Neither is given, one is not a finite number, or the lower is above the upper.</exception>
    /// <exception cref="UnitMismatchException">The two are of different dimensions.</exception>
    public RangeLimit(Quantity? lower, Quantity? upper)
    {
        if (lower is null && upper is null)
            throw new ArgumentException("A limit needs a lower or an upper value.", nameof(lower));
        Lower = Valid(lower, "A limit", nameof(lower));
        Upper = Valid(upper, "A limit", nameof(upper));
        if (lower is { } low && upper is { } high && RoundingBounds.IsAbove(low, high))
            throw new ArgumentException($"The lower limit {low} is above the upper limit {high}; swap them.", nameof(lower));
    }

    /// <summary>The lowest allowed value.</summary>
    public Quantity? Lower { get; }

    /// <summary>The highest allowed value.</summary>
    public Quantity? Upper { get; }

    /// <summary>Below this a value passes, but <see cref="Verdict.Marginal"/>.</summary>
    /// <exception cref="ArgumentException">It is not a finite number.</exception>
    public Quantity? MarginalLower { get; init => field = Valid(value, "A marginal band", nameof(value)); }

    /// <summary>Above this a value passes, but <see cref="Verdict.Marginal"/>.</summary>
    /// <exception cref="ArgumentException">It is not a finite number.</exception>
    public Quantity? MarginalUpper { get; init => field = Valid(value, "A marginal band", nameof(value)); }

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

    /// <summary>Holds one quantity against the limit. One that is not finite, or is a number by which instruments say that there is no value, fails.</summary>
    /// <inheritdoc cref="Judge(MeasuredValue, Quantity?, DecisionRule)"/>
    public Verdict Judge(Quantity value, Quantity? uncertainty, DecisionRule rule)
    {
        if (!IsValid(value))
            return Verdict.Fail;
        var simple = Failing(value, value) ? Verdict.Fail : IsMarginal(value) ? Verdict.Marginal : Verdict.Pass;
        if (rule == DecisionRule.Simple)
            return simple;
        if (uncertainty is not { Value: >= 0 and < double.PositiveInfinity } known)
            return Verdict.Inconclusive;
        known = known.RequireDifference("The uncertainty");
        if (rule == DecisionRule.SharedRisk)
            return simple;

        var expanded = new Quantity(known.Value * 2, known.Unit, known.Rounding * 2);
        var low = value - expanded;
        var high = value + expanded;
        return Failing(high, low) ? Verdict.Fail : Failing(low, high) ? Verdict.Inconclusive : simple;
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

    /// <summary>Whether there is a value, in whichever unit an instrument may have sent what it sends instead of one.</summary>
    internal bool IsValid(Quantity value) => !NoValue.Is(value) && (Unit.Kind == UnitKind.Level || !NoValue.Is(value.In(Unit)));

    /// <summary>Whether one number is below the lower limit, or another above the upper one.</summary>
    private bool Failing(Quantity low, Quantity high) =>
        (Lower is { } lower && RoundingBounds.IsBelow(low, lower)) || (Upper is { } upper && RoundingBounds.IsAbove(high, upper));

    private bool IsMarginal(Quantity value) =>
        (MarginalLower is { } low && RoundingBounds.IsBelow(value, low)) || (MarginalUpper is { } high && RoundingBounds.IsAbove(value, high));

    private static Quantity? Valid(Quantity? given, string what, string name) => given is { } quantity && NoValue.Is(quantity)
        ? throw new ArgumentException($"{what} cannot be {(quantity.IsNaN ? "NaN" : double.IsInfinity(quantity.Value) ? "infinite" : $"{quantity:G}, by which instruments say that there is no value")}; give a finite number.", name)
        : given;
}
