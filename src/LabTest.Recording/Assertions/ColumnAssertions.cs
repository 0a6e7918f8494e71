using System.Diagnostics;
using FluentAssertions;
using LabTest.Data;

namespace LabTest.Recording.Assertions;

/// <summary>Assertions on a column: every value of it counts, and a missing one never passes.</summary>
[StackTraceHidden]
public sealed class ColumnAssertions
{
    internal ColumnAssertions(Column subject) => Subject = subject;

    /// <summary>What is asserted on.</summary>
    public Column Subject { get; }

    /// <summary>Every value is between two ends, which are allowed values.</summary>
    /// <exception cref="LimitException">One is not, or there is none.</exception>
    public AndWhichConstraint<ColumnAssertions, Column> StayWithin(Quantity lower, Quantity upper, Quantity? marginal = null, string because = "", params object[] becauseArgs) =>
        Meet(Limits.Within(lower, upper, marginal), because, becauseArgs);

    /// <summary>Every value is at least so much.</summary>
    /// <exception cref="LimitException">One is not, or there is none.</exception>
    public AndWhichConstraint<ColumnAssertions, Column> StayAtLeast(Quantity lower, string because = "", params object[] becauseArgs) =>
        Meet(new RangeLimit(lower, upper: null), because, becauseArgs);

    /// <summary>Every value is at most so much.</summary>
    /// <exception cref="LimitException">One is not, or there is none.</exception>
    public AndWhichConstraint<ColumnAssertions, Column> StayAtMost(Quantity upper, string because = "", params object[] becauseArgs) =>
        Meet(new RangeLimit(lower: null, upper), because, becauseArgs);

    private AndWhichConstraint<ColumnAssertions, Column> Meet(RangeLimit limit, string because, object[] becauseArgs)
    {
        var values = new ArrayValue(Subject.ToNumbers(), Subject.Unit);
        var measurement = Subject.Origin is { } origin
            ? origin.Table with { Name = origin.Name, Value = values }
            : new Measurement { Name = Subject.Name, Value = values, Time = default };
        var verdict = limit.Judge(measurement.Value, uncertainty: null, DecisionRule.Simple);
        measurement.Scope?.Judged(measurement, limit, verdict);
        if (verdict == Verdict.Fail)
            Judgement.Raise($"{measurement.Name} does not stay {limit.Describe()}: {Outliers(limit)}{Judgement.Reason(because, becauseArgs)}.");
        return new AndWhichConstraint<ColumnAssertions, Column>(this, Subject);
    }

    private string Outliers(RangeLimit limit)
    {
        var rows = Enumerable.Range(0, Subject.Length).Where(i => limit.Judge(Subject.Quantity(i), null, DecisionRule.Simple) == Verdict.Fail).ToArray();
        var shown = string.Join(", ", rows.Take(5).Select(i => $"{Subject.Quantity(i)} {(Subject.Origin?.Axis is { } axis ? $"at {axis.Name} = {axis.Quantity(i)}" : $"in row {i}")}"));
        return Subject.Length == 0 ? "it has no rows" : rows.Length > 5 ? $"{shown}, and {rows.Length - 5} more" : shown;
    }
}
