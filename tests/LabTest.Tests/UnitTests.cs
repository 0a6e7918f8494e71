namespace LabTest.Tests;

public sealed class UnitTests
{
    [Theory]
    [InlineData("V", "V", 1)]
    [InlineData("mV", "mV", 1e-3)]
    [InlineData("us", "µs", 1e-6)]
    [InlineData("μs", "µs", 1e-6)]
    [InlineData("Ohm", "Ω", 1)]
    [InlineData("kOhm", "kΩ", 1e3)]
    [InlineData("min", "min", 60)]
    [InlineData("%", "%", 0.01)]
    [InlineData("V/us", "V/µs", 1e6)]
    [InlineData("Sa/s", "Sa/s", 1)]
    [InlineData("MSa/s", "MSa/s", 1e6)]
    [InlineData("m/s2", "m/s²", 1)]
    [InlineData("W/(m2.K)", "W/(m²·K)", 1)]
    [InlineData("nV/√Hz", "nV/√Hz", 1e-9)]
    [InlineData("nV/sqrt(Hz)", "nV/√Hz", 1e-9)]
    [InlineData("mVpp", "mVpp", 1e-3)]
    [InlineData("e-/px", "e-/px", 1)]
    [InlineData("1/s", "1/s", 1)]
    [InlineData("", "", 1)]
    public void Reads_a_unit_as_the_manual_writes_it(string text, string symbol, double scale)
    {
        var unit = Unit.Parse(text);

        unit.Symbol.Should().Be(symbol);
        unit.Scale.Should().BeApproximately(scale, scale * 1e-15);
        Unit.Parse(symbol).Should().Be(unit);
    }

    [Theory]
    [InlineData("Vlots", "'Vlots' is not a unit*")]
    [InlineData("Volt", "'Volt' is not a unit*")]
    [InlineData("Hx", "*did you mean 'Hz'?")]
    [InlineData("V/", "'V/' is not a unit: it ends too early")]
    [InlineData("V)", "'V)' is not a unit: ')' at place 2 is unexpected")]
    [InlineData("°C/s", "*°C cannot be part of a product or quotient; use K*")]
    [InlineData("√√V", "*")]
    public void Says_which_part_of_a_text_is_no_unit(string text, string message)
    {
        var parse = () => Unit.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void Refuses_a_text_that_nests_without_end()
    {
        var parse = () => Unit.Parse(new string('(', 90) + "V");

        parse.Should().Throw<FormatException>();
    }

    [Fact]
    public void Keeps_kinds_apart()
    {
        Unit.Parse("Vrms").ConvertsTo(Unit.Parse("Vpp")).Should().BeFalse();
        Unit.Parse("count").ConvertsTo(Unit.One).Should().BeFalse();
        Unit.Parse("%").ConvertsTo(Unit.Parse("ppm")).Should().BeTrue();
        Unit.Parse("Sa/s").ConvertsTo(Unit.Parse("Hz")).Should().BeFalse();
        Unit.Parse("dB").ConvertsTo(Unit.One).Should().BeFalse();
    }

    [Fact]
    public void Names_the_unit_of_a_product_and_of_a_quotient()
    {
        (Unit.Parse("V") / Unit.Parse("A")).Dimension.Should().Be(Unit.Parse("Ω").Dimension);
        (Unit.Parse("V") * Unit.Parse("A")).Dimension.Should().Be(Unit.Parse("W").Dimension);
        (Unit.Parse("V") / Unit.Parse("µs")).Symbol.Should().Be("V/µs");
    }

    [Fact]
    public void Describes_a_unit_with_what_it_measures()
    {
        Unit.Parse("mV").Describe().Should().Be("mV (voltage)");
        Unit.Parse("mVpp").Describe().Should().Be("mVpp (voltage, peak to peak)");
        Unit.One.Describe().Should().Be("a bare number");
    }
}
