using LabTest.Units;

namespace LabTest.Tests.Units;

/// <summary>Quantities in every unit, with ordinary and with odd numbers.</summary>
public sealed class QuantityPropertyTests
{
    private static readonly double[] Odd =
    [
        0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 1e-300, 1e300, 0.1, 1.0 / 3,
    ];

    private static readonly Unit[] Units = [.. UnitTable.Symbols.Select(Unit.Parse).Distinct(), Unit.One, .. ((string[])["mV", "kΩ", "Vrms", "mVpp", "Apk", "V/√Hz", "MSa/s"]).Select(Unit.Parse)];

    [Fact]
    public void Every_number_in_every_unit_is_read_as_it_is_written()
    {
        foreach (var unit in Units)
        {
            foreach (var value in Odd)
            {
                var again = Quantity.Parse(new Quantity(value, unit).ToString("G", null));

                BitConverter.DoubleToInt64Bits(again.Value).Should().Be(BitConverter.DoubleToInt64Bits(value), $"{value} {unit}");
                again.Unit.Should().Be(unit);
            }
        }
    }

    [Fact]
    public void Engineering_notation_keeps_seven_digits_and_a_number_below_a_thousand()
    {
        var random = new Random(11);
        foreach (var unit in Units)
        {
            for (var i = 0; i < 50; i++)
            {
                var quantity = new Quantity((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)), unit);

                var again = Quantity.Parse(quantity.ToString());

                again.Unit.ConvertsTo(unit).Should().BeTrue();
                again.In(unit).Should().BeApproximately(quantity.Value, 1e-6 * Math.Abs(quantity.Value), quantity.ToString("G", null));
                if (unit.Root is { } root && Math.Abs(Math.Log10(Math.Abs(quantity.In(root)))) < 23)
                    Math.Abs(again.Value).Should().BeInRange(1, 1000 - 1e-9, quantity.ToString());
            }
        }
    }

    [Fact]
    public void Every_two_units_of_different_dimensions_refuse_each_other_by_name()
    {
        foreach (var from in Units)
        {
            foreach (var to in Units.Where(u => !from.ConvertsTo(u)))
            {
                var quantity = new Quantity(1, from);

                quantity.Invoking(q => q.In(to)).Should().Throw<UnitMismatchException>().Which.Message.Should().Contain(from.Describe()).And.Contain(to.Describe());
                quantity.Equals(new Quantity(1, to)).Should().BeFalse();
                quantity.Invoking(q => q < new Quantity(1, to)).Should().Throw<UnitMismatchException>();
            }
        }
    }

    [Fact]
    public void Every_conversion_leads_back()
    {
        foreach (var from in Units)
        {
            foreach (var to in Units.Where(from.ConvertsTo))
            {
                var there = new Quantity(2.5, from).To(to);

                there.In(from).Should().BeApproximately(2.5, 1e-9, $"{from} and {to}");
                to.ConvertsTo(from).Should().BeTrue();
            }
        }
    }

    [Fact]
    public void What_is_equal_has_one_hash_code()
    {
        var random = new Random(5);
        foreach (var (small, large) in ((string, string)[])[("mV", "V"), ("µA", "mA"), ("ns", "s"), ("%", ""), ("ppm", "%"), ("mΩ", "MΩ")])
        {
            for (var i = 0; i < 1000; i++)
            {
                var one = new Quantity(Math.Round(random.NextDouble() * 1e6), Unit.Parse(small));
                var other = one.To(Unit.Parse(large));
                if (one.Equals(other) && other.Equals(one))
                    other.GetHashCode().Should().Be(one.GetHashCode(), $"{one} and {other}");
            }
        }
    }

    [Fact]
    public void Nothing_compares_with_NaN()
    {
        var nan = new Quantity(double.NaN, Unit.Parse("V"));

        (nan < 1.Volts(), nan > 1.Volts(), nan >= 1.Millivolts(), 1.Volts() < nan).Should().Be((false, false, false, false));
        (nan + 1.Volts()).IsNaN.Should().BeTrue();
        (nan * 2.Amperes()).IsNaN.Should().BeTrue();
    }

    [Theory]
    [InlineData("∞ V", double.PositiveInfinity)]
    [InlineData("-∞ V", double.NegativeInfinity)]
    [InlineData("Infinity V", double.PositiveInfinity)]
    [InlineData("+Infinity V", double.PositiveInfinity)]
    [InlineData("NaN V", double.NaN)]
    [InlineData("9.9E37 V", 9.9e37)]
    [InlineData("+9.91E+37V", 9.91e37)]
    [InlineData(".5 V", 0.5)]
    [InlineData("5. V", 5.0)]
    public void Reads_numbers_as_instruments_write_them(string text, double value)
    {
        Quantity.Parse(text).Value.Should().Be(value);
        Quantity.Parse(text).Unit.Symbol.Should().Be("V");
    }

    [Theory]
    [InlineData("1.2.3 V")]
    [InlineData("- V")]
    [InlineData("1e V")]
    [InlineData("5 V 3")]
    [InlineData("")]
    [InlineData(".")]
    public void Refuses_what_is_no_quantity(string text) => Quantity.TryParse(text, out _).Should().BeFalse();
}
