using System.Diagnostics;
using FluentAssertions;
using LabTest.Data;
using LabTest.Recording.Runs;

namespace LabTest.Recording.Assertions;

/// <summary>
/// Assertions on a column: every value of it counts, and a missing one never passes. The station's decision rule holds for each; a column that was not
/// recorded, such as one of a filtered table, is recorded.
/// </summary>
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
        var measurement = Recorded();
        var rule = measurement.Scope?.Decision ?? DecisionRule.Simple;
        var verdicts = new Verdict[Subject.Length];
        for (var row = 0; row < verdicts.Length; row++)
            verdicts[row] = limit.Judge(Subject.Quantity(row), Subject.Nature.UncertaintyOf(Subject, row), rule);
        var worst = verdicts.Length == 0 ? Verdict.Fail : verdicts.Max();
        measurement.Scope?.Judged(measurement, limit, worst);
        if (worst == Verdict.Fail)
            Judgement.Raise($"{measurement.Name} does not stay {limit.Describe()}: {Outliers(verdicts, worst)}{Judgement.Reason(because, becauseArgs)}.");
        if (worst == Verdict.Inconclusive)
            Judgement.Raise($"whether {measurement.Name} stays {limit.Describe()} cannot be decided, since the uncertainty is unknown or reaches over the limit: {Outliers(verdicts, worst)}{Judgement.Reason(because, becauseArgs)}.");
        return new AndWhichConstraint<ColumnAssertions, Column>(this, Subject);
    }

    private Measurement Recorded()
    {
        var values = new ArrayValue(Subject.ToNumbers(), Subject.Unit);
        if (Subject.Origin is { } origin)
            return origin.Table with { Name = origin.Name, Value = values };
        var scope = Subject.Nature.Scope ?? CurrentScope.Find();
        if (Subject.Asserted is { } before && before.Scope == scope)
            return before;
        var name = Subject.Nature.RecordName ?? Subject.Name;
        return Subject.Asserted = scope?.Record(name, values) ?? new Measurement { Name = name, Value = values, Time = default };
    }

    private string Outliers(Verdict[] verdicts, Verdict worst)
    {
        var rows = Enumerable.Range(0, Subject.Length).Where(i => verdicts[i] == worst).ToArray();
        var shown = string.Join(", ", rows.Take(5).Select(i => $"{Subject.Quantity(i)} {(Subject.Origin?.Axis is { } axis ? $"at {axis.Name} = {axis.Quantity(i)}" : $"in row {i}")}"));
        return Subject.Length == 0 ? "it has no rows" : rows.Length > 5 ? $"{shown}, and {rows.Length - 5} more" : shown;
    }
}
