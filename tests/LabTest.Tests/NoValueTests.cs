namespace LabTest.Tests;

public sealed class NoValueTests
{
    [Theory]
    [InlineData(9.9e37)]
    [InlineData(-9.9e37)]
    [InlineData(9.91e37)]
    [InlineData(9.9e37f)]
    [InlineData(9.99999999e37)]
    [InlineData(1e38)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void The_numbers_of_SCPI_and_their_kin_are_no_value(double number) => NoValue.Is(number).Should().BeTrue();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(9.9e37)]
    [InlineData(-9.9e37)]
    [InlineData(9.91e37)]
    public void No_arithmetic_makes_a_value_of_what_is_none(double number)
    {
        var none = number.Volts();
        Quantity[] results =
        [
            1.Volts() / none, none / 1e30, none / 1.Milliamperes(), none * 1e-30, none * 1.Milliamperes(), 0.Volts() * none, none - none, none - none + 1.Volts(), (none + 1.Volts()) / 2,
            -(none - none), (none * 1e-30).Abs(), 1 / none, new Quantity(number, Unit.Parse("mV")) + 1.Volts(), 1.Volts() + new Quantity(number, Unit.Parse("mV")),
            new Quantity(number, Unit.Parse("mV")).To("kV"), new Quantity(number, Unit.Parse("W")).To("dBm"), new Quantity(number, Unit.Parse("dBm")).To("W"),
            new Quantity(number, Unit.Parse("°F")).To("°C"), new Quantity(number, Unit.Parse("°F")) - new Quantity(20, Unit.Parse("°F")), 20.Celsius() + new Quantity(number, Unit.Parse("K")),
            new Quantity(number, Unit.Parse("dBm")) - new Quantity(number, Unit.Parse("dBm")), new Quantity(-60, Unit.Parse("dBm")) + new Quantity(number, Unit.Parse("dB")),
            new Quantity(number, Unit.Parse("W")).ToVolts(50.Ohms()),
        ];

        results.Where(r => !NoValue.Is(r)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1.5)]
    [InlineData(1e36)]
    [InlineData(9.8e37)]
    public void Other_numbers_are_values(double number) => NoValue.Is(number).Should().BeFalse();
}
