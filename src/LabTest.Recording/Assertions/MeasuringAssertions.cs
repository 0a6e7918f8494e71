using System.Diagnostics;

namespace LabTest.Recording.Assertions;

/// <summary>Assertions on a measurement that is under way. Each gives the measurement once it is there and the limit is met.</summary>
[StackTraceHidden]
public readonly struct MeasuringAssertions
{
    private readonly Measuring _measuring;

    internal MeasuringAssertions(Measuring measuring) => _measuring = measuring;

    /// <inheritdoc cref="MeasurementAssertions.BeWithin"/>
    public Step<Measurement> BeWithin(Quantity lower, Quantity upper, Quantity? marginal = null, string because = "", params object[] becauseArgs) =>
        Meet(Limits.Within(lower, upper, marginal), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.BeCloseTo"/>
    public Step<Measurement> BeCloseTo(Quantity nominal, Quantity tolerance, string because = "", params object[] becauseArgs) =>
        Meet(Limits.Around(nominal, tolerance), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.BeAtLeast"/>
    public Step<Measurement> BeAtLeast(Quantity lower, string because = "", params object[] becauseArgs) =>
        Meet(new RangeLimit(lower, upper: null), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.BeAtMost"/>
    public Step<Measurement> BeAtMost(Quantity upper, string because = "", params object[] becauseArgs) =>
        Meet(new RangeLimit(lower: null, upper), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.Be"/>
    public Step<Measurement> Be(string expected, string because = "", params object[] becauseArgs) => Meet(new TextLimit(expected), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.Match"/>
    public Step<Measurement> Match(string pattern, string because = "", params object[] becauseArgs) => Meet(new TextLimit(pattern, IsPattern: true), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.BeTrue"/>
    public Step<Measurement> BeTrue(string because = "", params object[] becauseArgs) => Meet(new FlagLimit(true), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.BeFalse"/>
    public Step<Measurement> BeFalse(string because = "", params object[] becauseArgs) => Meet(new FlagLimit(false), because, becauseArgs);

    /// <inheritdoc cref="MeasurementAssertions.Meet"/>
    public Step<Measurement> Meet(Limit limit, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return _measuring.With(MeetCore(_measuring, limit, because, becauseArgs));
    }

    private static async Task<Measurement> MeetCore(Measuring measuring, Limit limit, string because, object[] becauseArgs)
    {
        var measurement = await measuring.AsTask().ConfigureAwait(false);
        Judgement.Apply(measurement, limit, because, becauseArgs);
        return measurement;
    }
}
