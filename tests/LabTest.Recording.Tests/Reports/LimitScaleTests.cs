using LabTest.Recording.Journal;
using LabTest.Recording.Reports.Bars;

namespace LabTest.Recording.Tests.Reports;

public sealed class LimitScaleTests
{
    [Fact]
    public void The_allowed_band_of_two_limits_lies_in_the_middle()
    {
        var scale = LimitScale.For(Limit(3.25, 3.35), [3.3]);

        (scale.At(3.25) + scale.At(3.35)).Should().BeApproximately(1, 1e-9);
        scale.At(3.3).Should().BeApproximately(0.5, 1e-9);
    }

    [Fact]
    public void A_lone_upper_limit_begins_at_zero() => LimitScale.For(Limit(null, 0.04), [0.018]).From.Should().Be(0);

    [Theory]
    [InlineData(3.25, 3.35)]
    [InlineData(null, 0.04)]
    [InlineData(88.0, null)]
    [InlineData(0.0, null)]
    [InlineData(null, 0.0)]
    [InlineData(5.0, 5.0)]
    [InlineData(-3.0, null)]
    [InlineData(null, -3.0)]
    public void The_band_stays_broad_however_far_a_value_is_off(double? lower, double? upper)
    {
        foreach (var value in new[] { 0, 1e12, -1e12, 1e-12, double.NaN, double.PositiveInfinity })
        {
            var scale = LimitScale.For(Limit(lower, upper), [value]);
            var from = lower is { } low ? scale.At(low) : 0;
            var to = upper is { } high ? scale.At(high) : 1;

            scale.To.Should().BeGreaterThan(scale.From);
            from.Should().BeInRange(0, 1);
            to.Should().BeInRange(0, 1);
            if (lower != upper)
                (to - from).Should().BeGreaterThan(0.08, "value {0}", value);
        }
    }

    private static LimitJudged Limit(double? lower, double? upper) =>
        new(null, 1, "x", "range", lower, upper, null, null, "V", null, null, null, Verdict.Pass, "");
}
