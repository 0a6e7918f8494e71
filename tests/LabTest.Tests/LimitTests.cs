namespace LabTest.Tests;

public sealed class LimitTests
{
    private static readonly RangeLimit Rail = new(3.25.Volts(), 3.35.Volts());

    [Theory]
    [InlineData("3.25 V", Verdict.Pass)]
    [InlineData("3350 mV", Verdict.Pass)]
    [InlineData("3.3501 V", Verdict.Fail)]
    [InlineData("3.2499 V", Verdict.Fail)]
    [InlineData("NaN V", Verdict.Fail)]
    [InlineData("Infinity V", Verdict.Fail)]
    [InlineData("-Infinity V", Verdict.Fail)]
    public void Both_ends_belong_to_the_limit_and_NaN_never_passes(string value, Verdict verdict) =>
        Rail.Judge(new ScalarValue(Quantity.Parse(value))).Should().Be(verdict);

    [Fact]
    public void A_value_in_the_band_before_the_limit_is_marginal()
    {
        var limit = Rail with { MarginalLower = 3.27.Volts(), MarginalUpper = 3.33.Volts() };

        limit.Judge(new ScalarValue(3.34.Volts())).Should().Be(Verdict.Marginal);
        limit.Judge(new ScalarValue(3.30.Volts())).Should().Be(Verdict.Pass);
        limit.Judge(new ScalarValue(3.36.Volts())).Should().Be(Verdict.Fail);
    }

    [Theory]
    [InlineData(3.30, 0.001, Verdict.Pass)]
    [InlineData(3.349, 0.001, Verdict.Inconclusive)]
    [InlineData(3.351, 0.001, Verdict.Inconclusive)]
    [InlineData(3.36, 0.001, Verdict.Fail)]
    [InlineData(3.30, null, Verdict.Inconclusive)]
    public void A_guard_band_is_as_wide_as_the_expanded_uncertainty(double value, double? uncertainty, Verdict verdict) =>
        Rail.Judge(new ScalarValue(value.Volts()), uncertainty?.Volts(), DecisionRule.GuardBand).Should().Be(verdict);

    [Fact]
    public void Shared_risk_needs_a_known_uncertainty()
    {
        Rail.Judge(new ScalarValue(3.349.Volts()), 1.Millivolts(), DecisionRule.SharedRisk).Should().Be(Verdict.Pass);
        Rail.Judge(new ScalarValue(3.349.Volts()), null, DecisionRule.SharedRisk).Should().Be(Verdict.Inconclusive);
    }

    [Fact]
    public void A_limit_in_another_dimension_is_refused()
    {
        var judge = () => Rail.Judge(new ScalarValue(3.3.Amperes()));

        judge.Should().Throw<UnitMismatchException>();
    }

    [Theory]
    [InlineData("NaN V")]
    [InlineData("Infinity V")]
    [InlineData("-Infinity V")]
    [InlineData("9.9E37 V")]
    [InlineData("-9.9E37 V")]
    [InlineData("9.91E37 V")]
    [InlineData("9.99999999E37 V")]
    [InlineData("9.91E34 kV")]
    [InlineData("9.91E40 mV")]
    [InlineData("9.91E37 mV")]
    public void What_is_not_a_valid_value_meets_no_limit_and_is_none(string text)
    {
        var value = Quantity.Parse(text);
        foreach (var limit in (RangeLimit[])[new((-1).Volts(), null), new(null, 1.Volts()), new((-1e6).Volts(), 1e6.Volts()), new((-1e9).Millivolts(), null), new(null, 1e9.Millivolts())])
        {
            foreach (var rule in Enum.GetValues<DecisionRule>())
            {
                limit.Judge(value, 1.Millivolts(), rule).Should().Be(Verdict.Fail);
                limit.Judge(new ArrayValue(new[] { 0, value.Value }, value.Unit), 1.Millivolts(), rule).Should().Be(Verdict.Fail);
            }
        }

        ((Action)(() => _ = new RangeLimit(value, null))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = new RangeLimit(null, value))).Should().Throw<ArgumentException>();
        ((Action)(() => _ = Rail with { MarginalLower = value })).Should().Throw<ArgumentException>();
        ((Action)(() => _ = Rail with { MarginalUpper = value })).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void An_uncertainty_that_is_not_finite_is_unknown()
    {
        foreach (var uncertainty in (double[])[double.NaN, double.PositiveInfinity, -1])
        {
            Rail.Judge(3.3.Volts(), uncertainty.Volts(), DecisionRule.SharedRisk).Should().Be(Verdict.Inconclusive);
            Rail.Judge(3.3.Volts(), uncertainty.Volts(), DecisionRule.GuardBand).Should().Be(Verdict.Inconclusive);
        }
    }

    [Fact]
    public void A_guard_band_of_a_level_is_in_decibels()
    {
        var limit = new RangeLimit(null, 10.DecibelMilliwatts());

        limit.Judge(9.DecibelMilliwatts(), 0.4.Decibels(), DecisionRule.GuardBand).Should().Be(Verdict.Pass);
        limit.Judge(9.DecibelMilliwatts(), 0.6.Decibels(), DecisionRule.GuardBand).Should().Be(Verdict.Inconclusive);
    }

    [Fact]
    public void A_limit_upside_down_is_refused()
    {
        var make = () => new RangeLimit(2.Volts(), 1.Volts());

        make.Should().Throw<ArgumentException>().WithMessage("*swap them*");
    }

    [Fact]
    public void Every_sample_is_held_against_the_limit()
    {
        Rail.Judge(new ArrayValue(new[] { 3.3, 3.31 }, Unit.Parse("V"))).Should().Be(Verdict.Pass);
        Rail.Judge(new ArrayValue(new[] { 3.3, double.NaN }, Unit.Parse("V"))).Should().Be(Verdict.Fail);
        Rail.Judge(new ArrayValue(Array.Empty<double>(), Unit.Parse("V"))).Should().Be(Verdict.Fail);
    }

    [Fact]
    public void A_text_or_a_flag_never_meets_a_range()
    {
        Rail.Judge(new TextValue("3.3 V")).Should().Be(Verdict.Fail);
        new TextLimit("A\\d+", IsPattern: true).Judge(new TextValue("A12")).Should().Be(Verdict.Pass);
        new TextLimit("A\\d+", IsPattern: true).Judge(new TextValue("BA12")).Should().Be(Verdict.Fail);
        new TextLimit("A\\d+", IsPattern: true).Judge(new TextValue("A12\n")).Should().Be(Verdict.Fail);
        new TextLimit("A\\d+$", IsPattern: true).Judge(new TextValue("A12\n")).Should().Be(Verdict.Fail);
        new TextLimit("A|A12", IsPattern: true).Judge(new TextValue("A12")).Should().Be(Verdict.Pass);
        var judge = () => new TextLimit("AB)|(.*", IsPattern: true).Judge(new TextValue("ABbad"));
        judge.Should().Throw<ArgumentException>("it is not an expression by itself");
        new FlagLimit(true).Judge(new FlagValue(false)).Should().Be(Verdict.Fail);
    }
}
