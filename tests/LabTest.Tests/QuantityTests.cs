using FsCheck;
using FsCheck.Fluent;

namespace LabTest.Tests;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("3.3 V", 3.3, "V")]
    [InlineData("20mV", 20, "mV")]
    [InlineData("0.05 %", 0.05, "%")]
    [InlineData("1e8", 1e8, "")]
    [InlineData("1.5e-3 A", 1.5e-3, "A")]
    [InlineData("3 e-", 3, "e-")]
    [InlineData("3eV", 3, "eV")]
    [InlineData("-40 °C", -40, "°C")]
    public void Reads_a_number_and_its_unit(string text, double value, string unit)
    {
        var quantity = Quantity.Parse(text);

        quantity.Value.Should().Be(value);
        quantity.Unit.Symbol.Should().Be(unit);
    }

    [Theory]
    [InlineData("V", "*does not begin with a number*")]
    [InlineData("5 Vots", "*'Vots' is not a unit*")]
    public void Says_why_a_text_is_no_quantity(string text, string message)
    {
        var parse = () => Quantity.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage(message);
    }

    [Theory]
    [InlineData(0.3, "A", "300 mA")]
    [InlineData(3300, "mV", "3.3 V")]
    [InlineData(0.0005, "s", "500 µs")]
    [InlineData(2.5, "kg", "2.5 kg")]
    [InlineData(0.002, "kg", "2 g")]
    [InlineData(25, "°C", "25 °C")]
    [InlineData(88.4, "%", "88.4 %")]
    [InlineData(0, "V", "0 V")]
    [InlineData(double.NaN, "V", "NaN V")]
    [InlineData(2.5e6, "V/s", "2500000 V/s")]
    [InlineData(0.02, "Vpp", "20 mVpp")]
    [InlineData(999.99999999, "mV", "1 V")]
    [InlineData(-4.214882E-06, "%", "-0.000004214882 %")]
    [InlineData(2.5E-05, "", "0.000025")]
    public void Writes_itself_in_engineering_notation(double value, string unit, string text) =>
        new Quantity(value, Unit.Parse(unit)).ToString().Should().Be(text);

    [Fact]
    public void Converts_millivolts_without_a_rounding_error()
    {
        3300.Millivolts().In(Unit.Parse("V")).Should().Be(3.3);
        (3300.Millivolts() == 3.3.Volts()).Should().BeTrue();
        (3300.Millivolts() <= 3.3.Volts()).Should().BeTrue();
    }

    [Fact]
    public void Power_is_voltage_times_current()
    {
        var power = 5.Volts() * 300.Milliamperes();

        power.ToString().Should().Be("1.5 W");
        (power / 5.Volts()).Should().Be(0.3.Amperes());
        (1.45.Watts() / power).To("%").Value.Should().BeApproximately(96.6667, 1e-4);
    }

    [Fact]
    public void A_share_of_a_quantity_keeps_its_unit() => (50.Percent() * 5.Volts()).Should().Be(2.5.Volts());

    [Fact]
    public void Adding_volts_to_amperes_names_both()
    {
        var add = () => 5.Volts() + 1.Amperes();

        add.Should().Throw<UnitMismatchException>().WithMessage("*V (voltage)*A (current)*");
    }

    [Fact]
    public void Volts_rms_are_not_volts_peak_to_peak()
    {
        var compare = () => 1.VoltsRms() < 3.VoltsPeakToPeak();

        compare.Should().Throw<UnitMismatchException>().WithMessage("*kept apart*");
    }

    [Fact]
    public void Temperatures_follow_their_scale()
    {
        (25.Celsius() + 5.Kelvin()).Should().Be(30.Celsius());
        (25.Celsius() - 20.Celsius()).Should().Be(5.Kelvin());
        (77.Fahrenheit() - 68.Fahrenheit()).In(Unit.Parse("K")).Should().BeApproximately(5, 1e-12);
        100.Celsius().To("°F").Value.Should().BeApproximately(212, 1e-9);
        (25.Celsius() < 300.Kelvin()).Should().BeTrue();
    }

    [Fact]
    public void Two_temperatures_on_a_scale_are_not_added()
    {
        var add = () => 25.Celsius() + 5.Celsius();

        add.Should().Throw<UnitMismatchException>().WithMessage("*Give the difference in kelvin*");
    }

    [Fact]
    public void A_level_becomes_volts_only_through_an_impedance()
    {
        13.DecibelMilliwatts().ToVolts(50.Ohms()).Value.Should().BeApproximately(0.99881, 1e-5);
        0.DecibelMilliwatts().To("mW").Value.Should().BeApproximately(1, 1e-12);
        (10.DecibelMilliwatts() + 3.Decibels()).ToString().Should().Be("13 dBm");
        (10.DecibelMilliwatts() - 3.DecibelMilliwatts()).ToString().Should().Be("7 dB");

        var convert = () => 13.DecibelMilliwatts().To("V");
        var add = () => 10.DecibelMilliwatts() + 10.DecibelMilliwatts();
        convert.Should().Throw<UnitMismatchException>().WithMessage("*across an impedance*");
        add.Should().Throw<UnitMismatchException>();
    }

    [Fact]
    public void What_is_written_round_trip_is_read_as_the_same() =>
        Prop.ForAll<double, NonNegativeInt>((value, which) =>
        {
            string[] units = ["V", "mA", "Sa/s", "V/µs", "°C", "%", "", "dBm", "e-", "nV/√Hz", "Vpp"];
            var quantity = new Quantity(value, Unit.Parse(units[which.Get % units.Length]));
            var again = Quantity.Parse(quantity.ToString("G", null));
            return again.Value.Equals(value) && again.Unit == quantity.Unit;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Converting_there_and_back_gives_the_same() =>
        Prop.ForAll<NormalFloat>(value =>
        {
            var there = new Quantity(value.Get, Unit.Parse("mV")).To("kV");
            return Math.Abs(there.To("mV").Value - value.Get) <= 1e-15 * Math.Abs(value.Get) * 4;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("190 uV", 2, "190 µV")]
    [InlineData("196 uV", 2, "200 µV")]
    [InlineData("196 uV", 1, "200 µV")]
    [InlineData("999.6 uV", 3, "1 mV")]
    [InlineData("19.6 uV", 2, "20 µV")]
    public void Few_digits_are_written_without_an_exponent(string quantity, int digits, string text) =>
        Quantity.Parse(quantity).ToString($"E{digits}", null).Should().Be(text);
}
