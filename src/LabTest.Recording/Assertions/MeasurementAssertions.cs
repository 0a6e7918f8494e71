using System.Diagnostics;
using FluentAssertions;

namespace LabTest.Recording.Assertions;

/// <summary>Assertions on a measurement: each is recorded as a limit with its verdict, and then asserted.</summary>
[StackTraceHidden]
public sealed class MeasurementAssertions
{
    internal MeasurementAssertions(Measurement subject) => Subject = subject;

    /// <summary>What is asserted on.</summary>
    public Measurement Subject { get; }

    /// <summary>The value is between two ends, which are allowed values.</summary>
    /// <param name="lower">The lowest allowed value.</param>
    /// <param name="upper">The highest allowed value.</param>
    /// <param name="marginal">The band inside the ends in which it passes, but is marginal: a share of their distance (<c>10.Percent()</c>) or an amount, of a temperature in K.</param>
    /// <param name="because">Why, as the end of a sentence.</param>
    /// <param name="becauseArgs">What stands in its braces.</param>
    /// <exception cref="LimitException">It is not, or that cannot be decided.</exception>
    public AndWhichConstraint<MeasurementAssertions, Measurement> BeWithin(Quantity lower, Quantity upper, Quantity? marginal = null, string because = "", params object[] becauseArgs) =>
        Meet(Limits.Within(lower, upper, marginal), because, becauseArgs);

    /// <summary>The value is a nominal one, give or take a tolerance.</summary>
    /// <param name="nominal">The nominal value.</param>
    /// <param name="tolerance">How far it may be away: a share of the nominal value (<c>1.Percent()</c>) or an amount, of a temperature in K.</param>
    /// <param name="because">Why, as the end of a sentence.</param>
    /// <param name="becauseArgs">What stands in its braces.</param>
    /// <exception cref="LimitException">It is not, or that cannot be decided.</exception>
    public AndWhichConstraint<MeasurementAssertions, Measurement> BeCloseTo(Quantity nominal, Quantity tolerance, string because = "", params object[] becauseArgs) =>
        Meet(Limits.Around(nominal, tolerance), because, becauseArgs);

    /// <summary>The value is at least so much.</summary>
    /// <inheritdoc cref="BeWithin" path="/param"/>
    /// <inheritdoc cref="BeWithin" path="/exception"/>
    public AndWhichConstraint<MeasurementAssertions, Measurement> BeAtLeast(Quantity lower, string because = "", params object[] becauseArgs) =>
        Meet(new RangeLimit(lower, upper: null), because, becauseArgs);

    /// <summary>The value is at most so much.</summary>
    /// <inheritdoc cref="BeWithin" path="/param"/>
    /// <inheritdoc cref="BeWithin" path="/exception"/>
    public AndWhichConstraint<MeasurementAssertions, Measurement> BeAtMost(Quantity upper, string because = "", params object[] becauseArgs) =>
        Meet(new RangeLimit(lower: null, upper), because, becauseArgs);

    /// <summary>The text is the expected one.</summary>
    /// <exception cref="LimitException">It is not.</exception>
    public AndWhichConstraint<MeasurementAssertions, Measurement> Be(string expected, string because = "", params object[] becauseArgs) =>
        Meet(new TextLimit(expected), because, becauseArgs);

    /// <summary>A regular expression matches the whole text.</summary>
    /// <exception cref="LimitException">It does not.</exception>
    public AndWhichConstraint<MeasurementAssertions, Measurement> Match(string pattern, string because = "", params object[] becauseArgs) =>
        Meet(new TextLimit(pattern, IsPattern: true), because, becauseArgs);

    /// <summary>The flag is yes.</summary>
    /// <exception cref="LimitException">It is not.</exception>
    public AndWhichConstraint<MeasurementAssertions, Measurement> BeTrue(string because = "", params object[] becauseArgs) =>
        Meet(new FlagLimit(true), because, becauseArgs);

    /// <summary>The flag is no.</summary>
    /// <exception cref="LimitException">It is not.</exception>
    public AndWhichConstraint<MeasurementAssertions, Measurement> BeFalse(string because = "", params object[] becauseArgs) =>
        Meet(new FlagLimit(false), because, becauseArgs);

    /// <summary>The value meets a limit.</summary>
    /// <exception cref="LimitException">It does not, or that cannot be decided.</exception>
    public AndWhichConstraint<MeasurementAssertions, Measurement> Meet(Limit limit, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(limit);
        Judgement.Apply(Subject, limit, because, becauseArgs);
        return new AndWhichConstraint<MeasurementAssertions, Measurement>(this, Subject);
    }
}
