using System.Diagnostics;
using System.Globalization;
using FluentAssertions.Execution;
using LabTest.Recording.Runs;
using LabTest.Units;

namespace LabTest.Recording.Assertions;

/// <summary>Holds a measurement against a limit: the verdict is recorded first, and only then does an assertion that does not hold throw.</summary>
[StackTraceHidden]
internal static class Judgement
{
    /// <summary>Judges, records, asserts.</summary>
    /// <exception cref="LimitException">The verdict is Fail or Inconclusive, and no <see cref="AssertionScope"/> collects it.</exception>
    public static void Apply(Measurement measurement, Limit limit, string because, object[] becauseArgs)
    {
        if (measurement.Scope is null && CurrentScope.Find() is { } scope)
            measurement = scope.Record(measurement.Name, measurement.Value) with { Uncertainty = measurement.Uncertainty };
        var rule = measurement.Scope?.Decision ?? DecisionRule.Simple;
        var verdict = limit.Judge(measurement.Value, measurement.Uncertainty, rule);
        measurement.Scope?.Judged(measurement, limit, verdict);
        if (verdict is Verdict.Fail or Verdict.Inconclusive)
            Raise(Describe(measurement, limit, verdict) + Reason(because, becauseArgs) + ".");
    }

    /// <summary>Throws, or leaves the message with the scope that collects it.</summary>
    public static void Raise(string message)
    {
        // An AssertionScope collects; without one this throws. As it is formatted already, a measurement's name keeps its first letter.
        var isCollected = true;
        try
        {
            AssertionScope.Current.AddPreFormattedFailure(message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            isCollected = false;
        }

        if (!isCollected)
            throw new LimitException(message);
    }

    /// <summary>A reason as FluentAssertions writes it.</summary>
    public static string Reason(string because, object[] becauseArgs)
    {
        var reason = becauseArgs.Length == 0 ? because : string.Format(because, becauseArgs);
        return reason.Length == 0 ? "" : reason.StartsWith("because", StringComparison.OrdinalIgnoreCase) ? $" {reason}" : $" because {reason}";
    }

    private static string Describe(Measurement measurement, Limit limit, Verdict verdict)
    {
        if (verdict == Verdict.Inconclusive)
        {
            var uncertainty = measurement.Uncertainty is { } u && double.IsFinite(u.Value) ? $"its uncertainty (k = 2) is {new Quantity(u.Value * 2, u.Unit)}, which reaches over the limit" : "its uncertainty is unknown";
            return $"{measurement}: whether it is {limit.Describe()} cannot be decided, since {uncertainty}";
        }

        if (measurement.Value is ScalarValue scalar && limit is RangeLimit range && !range.IsValid(scalar.Quantity))
        {
            var why = measurement.Source is { } source ? $"{source} was overloaded, or gave no number" : "it was computed to be no finite number";
            return $"{measurement}: there is no valid value, so it is not {limit.Describe()} ({why})";
        }

        return $"{measurement.Name} = {Shown(measurement, limit)} is not {limit.Describe()}{Distance(measurement, limit)}";
    }

    // In the limit's unit, so that an efficiency is shown in percent beside a limit in percent.
    private static string Shown(Measurement measurement, Limit limit) =>
        measurement.Value is ScalarValue { Quantity: var value } && limit is RangeLimit range ? value.To(range.Unit).ToString() : $"{measurement.Value}";

    private static string Distance(Measurement measurement, Limit limit)
    {
        if (measurement.Value is not ScalarValue { Quantity: var value } || limit is not RangeLimit range)
            return "";
        if (range.Lower is { } lower && RoundingBounds.IsBelow(value, lower))
            return $" ({Shown(lower - value.To(lower.Unit))} below)";
        return range.Upper is { } upper && RoundingBounds.IsAbove(value, upper) ? $" ({Shown(value.To(upper.Unit) - upper)} above)" : "";
    }

    // Between two percentages lie percentage points: 86 % is 2 points, but 2.3 %, below 88 %.
    private static string Shown(Quantity distance)
    {
        var text = distance.Abs().ToString("E4", CultureInfo.InvariantCulture);
        return !distance.Unit.Equals(KnownUnits.Percent) ? text : text == "1 %" ? "1 percentage point" : text.Replace("%", "percentage points", StringComparison.Ordinal);
    }
}
