using LabTest.Recording.Reports.Markup;

namespace LabTest.Recording.Tests.Reports;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("3.3 V", 190e-6, "3.30000 V")]
    [InlineData("3 V", 0.02, "3.000 V")]
    [InlineData("600 mA", 0.023, "600 mA")]
    [InlineData("3.29699 V", 1e-3, "3.29699 V")]
    [InlineData("1 V", 1e-12, "1 V")]
    [InlineData("three V", 1.0, "three V")]
    [InlineData("3.3 V", 0.0, "3.3 V")]
    public void Zeros_reach_down_to_the_uncertainty_and_no_digit_is_lost(string text, double uncertainty, string padded)
    {
        var unit = Unit.Parse(text.EndsWith("mA", StringComparison.Ordinal) ? "A" : "V");

        Numbers.Padded(text, new Quantity(uncertainty, unit)).Should().Be(padded);
    }

    [Theory]
    [InlineData(1.9124e-4, "V", "190 µV")]
    [InlineData(0.0123, "V", "12 mV")]
    [InlineData(0.5, "°C", "500 mK")]
    public void An_uncertainty_has_two_digits(double value, string unit, string text) => Numbers.Uncertainty(value, Unit.Parse(unit)).Should().Be(text);

    [Theory]
    [InlineData(0.0123, "12.3 ms")]
    [InlineData(4.2, "4.2 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(90_000, "25 h 0 min")]
    public void Durations_are_short(double seconds, string text) => Phrases.Duration(seconds).Should().Be(text);
}
