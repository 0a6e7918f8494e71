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
    [InlineData(0)]
    [InlineData(-1.5)]
    [InlineData(1e36)]
    [InlineData(9.8e37)]
    public void Other_numbers_are_values(double number) => NoValue.Is(number).Should().BeFalse();
}
